import type { LineString, Polygon, Position } from 'geojson'

/** Degrees. The package draws each dash as a bar 0.02° wide; no island among its outlines is as thin. */
const WIDEST_DASH = 0.025

/** 南海断续线 (ten dashes) among the outlines of a country: centre lines, so that a style can set the width. */
export function dashLines(polygons: readonly Polygon['coordinates'][]): LineString[] {
  return polygons.flatMap(([ring = []]) =>
    isDash(ring) ? [{ type: 'LineString', coordinates: centreLine(ring) }] : [],
  )
}

function isDash(ring: readonly Position[]): boolean {
  const corners = ring.length - 1
  return corners >= 4 && corners % 2 === 0 && (2 * area(ring)) / perimeter(ring) < WIDEST_DASH
}

/** A bar of n corners has two short ends, half a turn apart; the line runs midway between its long sides. */
function centreLine(ring: readonly Position[]): Position[] {
  const corners = ring.slice(0, -1)
  const half = corners.length / 2
  const at = (index: number): Position => corners[index % corners.length] ?? [0, 0]
  const ends = (index: number) => distance(at(index), at(index + 1)) + distance(at(index + half), at(index + half + 1))
  const end = [...Array(half).keys()].reduce((best, index) => (ends(index) < ends(best) ? index : best), 0)
  return [...Array(half).keys()].map((step) => midpoint(at(end + 1 + step), at(end + corners.length - step)))
}

const x = (point: Position | undefined) => point?.[0] ?? 0
const y = (point: Position | undefined) => point?.[1] ?? 0
const distance = (a: Position, b: Position) => Math.hypot(x(a) - x(b), y(a) - y(b))
const midpoint = (a: Position, b: Position): Position => [(x(a) + x(b)) / 2, (y(a) + y(b)) / 2]

function perimeter(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, point, index) => sum + distance(point, ring[index] ?? point), 0)
}

function area(ring: readonly Position[]): number {
  const cross = ring.slice(1).map((b, index) => x(ring[index]) * y(b) - x(b) * y(ring[index]))
  return Math.abs(cross.reduce((sum, part) => sum + part, 0)) / 2
}
