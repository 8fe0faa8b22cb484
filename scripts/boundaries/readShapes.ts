import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'

export type Outline = Polygon | MultiPolygon

/** One outline under the code and the name that the source package gives it. */
export interface Shape {
  code: string
  name: string
  geometry: Outline
}

export interface ProvinceShapes {
  province: Shape
  /** Counties; a city or a province as a whole where the package does not divide it. */
  units: Shape[]
}

interface SourceProperties {
  adcode: number
  name: string
  level: string
}

/** The package holds one file per parent division: the country, each province, each city that has counties. */
export function readShapes(folder: string): ProvinceShapes[] {
  const read = (code: string): (Shape & { level: string })[] | undefined => {
    const file = join(folder, `${code}.json`)
    if (!existsSync(file)) return undefined
    const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Outline, SourceProperties>
    return features.map(({ properties: { adcode, name, level }, geometry }) => {
      return { code: String(adcode), name, level, geometry }
    })
  }
  const provinces = read('100000') ?? []
  return provinces.map((province) => {
    const below = read(province.code) ?? [province]
    const units = below.flatMap((unit) => (unit.level === 'city' ? (read(unit.code) ?? [unit]) : [unit]))
    return { province, units }
  })
}

export function polygonsOf(geometry: Outline): Polygon['coordinates'][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
