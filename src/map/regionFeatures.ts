import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { toFeature, type RegionPicture } from '@/lib/regionShape'

/* What the sources of the style hold of a picture. */

export const collection = (features: Feature<Geometry>[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})

export const contextFeatures = ({ context }: RegionPicture) => collection(context.map(toFeature))

export const regionFeatures = ({ shapes }: RegionPicture) => collection(shapes.map(toFeature))

export const borderFeatures = ({ borders }: RegionPicture) =>
  collection([{ type: 'Feature', properties: {}, geometry: borders }])

/** The largest first: they keep their words where there is no room for all. */
export function labelFeatures({ shapes, labels }: RegionPicture): FeatureCollection {
  const order = new Map([...labels.keys()].map((code, i) => [code, i]))
  return collection(
    shapes.flatMap(({ code, centre }) => {
      const label = labels.get(code)
      if (label === undefined) return []
      const properties = { label, order: order.get(code) }
      return [{ type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: centre } }]
    }),
  )
}
