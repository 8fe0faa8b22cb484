import { sql, type RawBuilder } from 'kysely'
import { denseRing, isAxial, readRing } from '@domain/geo/areaRing'
import { toCgcs2000, type Crs, type LngLat } from '@domain/geo/crs'
import { displayCrs } from './boundaries'
import { COUNTRY, type SourceContext } from './context'
import { invalid } from './failure'

/** A ring in CGCS2000, the system that enterprises are kept in, ready for the database. */
export interface EnterpriseArea {
  /** A PostgreSQL polygon: "((lng,lat),…)". */
  polygon: string
  box: { west: number; south: number; east: number; north: number }
  /** What the ring was given in. */
  crs: Crs
}

/** `polygon @> point` calls a point within a millionth of a degree (0.1 m) of an edge inside; so must the box. */
const EDGE = 1e-6

export async function areaOf(context: SourceContext, region: string, text: string): Promise<EnterpriseArea> {
  // Provinces may be drawn in different systems: across them a ring would mean different places.
  if (region === COUNTRY) throw invalid('圈选按省进行，请选择省、市或县', 'region')
  const ring = readRing(text)
  if ('fault' in ring) throw invalid(ring.fault, 'area')
  const crs = await displayCrs(context, region)
  const isPlain = crs === 'CGCS2000'
  const dense = denseRing(ring, (a, b) => isPlain && isAxial(a, b)).map((point): LngLat => toCgcs2000(point, crs))
  const lngs = dense.map(([lng]) => lng)
  const lats = dense.map(([, lat]) => lat)
  return {
    polygon: `(${dense.map(([lng, lat]) => `(${lng},${lat})`).join(',')})`,
    box: {
      west: Math.min(...lngs) - EDGE,
      south: Math.min(...lats) - EDGE,
      east: Math.max(...lngs) + EDGE,
      north: Math.max(...lats) + EDGE,
    },
    crs,
  }
}

/**
 * Enterprises (aliased e) inside: the box finds them by index, the polygon decides. Points on an edge are inside.
 * PostgreSQL takes `@>` to hold for one row in a thousand and plans for a handful; of a case it assumes one in two,
 * which the share of a box that its polygon covers is.
 */
export function isInArea({ polygon, box }: EnterpriseArea): RawBuilder<unknown> {
  return sql`e.lng between ${box.west} and ${box.east} and e.lat between ${box.south} and ${box.north}
    and case when ${polygon}::polygon @> point(e.lng, e.lat) then true else false end`
}
