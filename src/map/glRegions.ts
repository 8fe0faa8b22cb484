import type { Feature, FeatureCollection, Geometry, Point } from 'geojson'
import type { GeoJSONSource } from 'maplibre-gl'
import { extentOf, toFeature, type RegionLook, type RegionPicture } from '@/lib/regionShape'
import { hatchTile } from '@/lib/hatch'
import type { EngineMap } from './engineMap'
import { BORDERS, CONTEXT, HATCH, LABELS, REGIONS, RINGS } from './regionStyle'

/** Beyond this a single district fills the screen with two vertices. */
const CLOSEST_ZOOM = 11
const MARGIN = 28

/** The divisions on one engine map: what is drawn, filled, ringed and framed. */
export class GlRegions {
  private readonly marked: Record<'selected' | 'hovered', string | null> = { selected: null, hovered: null }
  private shown: RegionPicture | undefined
  /** What the engine was told; it keeps the states of codes that are not drawn at the moment. */
  private readonly painted = new Map<string, string | null>()

  constructor(
    private readonly map: EngineMap,
    private readonly look: RegionLook,
  ) {
    this.addHatch()
  }

  show(picture: RegionPicture) {
    const before = this.shown
    this.shown = picture
    if (before?.context !== picture.context) this.setData(CONTEXT, picture.context.map(toFeature))
    if (before?.borders !== picture.borders)
      this.setData(BORDERS, [{ type: 'Feature', properties: {}, geometry: picture.borders }])
    if (before?.shapes !== picture.shapes) {
      this.setData(REGIONS, picture.shapes.map(toFeature))
      if (before) this.drawRings()
    }
    if (before?.labels !== picture.labels || before.shapes !== picture.shapes)
      this.setData(LABELS, labelFeatures(picture))
    this.fill(picture)
  }

  /** A lost drawing context forgets colours and patterns, not outlines. */
  repaint() {
    this.addHatch()
    this.painted.clear()
    if (this.shown) this.fill(this.shown)
  }

  private addHatch() {
    const density = Math.max(1, Math.round(this.map.getPixelRatio()))
    if (this.map.hasImage(HATCH)) return
    this.map.addImage(HATCH, hatchTile(this.look.hatch, density), { pixelRatio: density })
  }

  private fill({ shapes, fills }: RegionPicture) {
    const missing: string[] = []
    for (const { code } of shapes) {
      const fill = fills.get(code) ?? null
      if (fill === null) missing.push(code)
      if (this.painted.get(code) === fill) continue
      this.painted.set(code, fill)
      this.map.setFeatureState({ source: REGIONS, id: Number(code) }, { fill })
    }
    this.map.setFilter(HATCH, ['in', ['get', 'code'], ['literal', missing]])
  }

  mark(state: 'selected' | 'hovered', code: string | null) {
    if (this.marked[state] === code) return
    this.marked[state] = code
    this.drawRings()
  }

  /** What is selected lies above what is pointed at. */
  private drawRings() {
    const { selected, hovered } = this.marked
    const ring = (code: string | null): Feature<Geometry>[] => {
      const shape = code === null ? undefined : this.shown?.shapes.find((candidate) => candidate.code === code)
      return shape ? [{ type: 'Feature', properties: { selected: code === selected }, geometry: shape.geometry }] : []
    }
    this.setData(RINGS, [...(hovered === selected ? [] : ring(hovered)), ...ring(selected)])
  }

  fit(animate: boolean) {
    const bounds = this.shown ? extentOf(this.shown) : null
    if (!bounds) return
    this.map.fitBounds(bounds, { padding: MARGIN, maxZoom: CLOSEST_ZOOM, animate, duration: 500 })
  }

  /** Code of the division under a point of the canvas. */
  codeAt(point: { x: number; y: number }): string | null {
    const [found] = this.map.queryRenderedFeatures([point.x, point.y], { layers: [REGIONS] })
    const code: unknown = found?.properties.code
    return typeof code === 'string' ? code : null
  }

  private setData(source: string, features: Feature<Geometry>[]) {
    const data: FeatureCollection = { type: 'FeatureCollection', features }
    this.map.getSource<GeoJSONSource>(source)?.setData(data)
  }
}

/** The largest first: they keep their words where there is no room for all. */
function labelFeatures({ shapes, labels }: RegionPicture): Feature<Point>[] {
  const order = [...labels.keys()]
  return shapes.flatMap(({ code, centre }) => {
    const label = labels.get(code)
    if (label === undefined) return []
    const properties = { label, order: order.indexOf(code) }
    return [{ type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: centre } }]
  })
}
