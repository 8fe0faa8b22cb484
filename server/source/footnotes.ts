import type { Region, RegionBook } from '@domain/region/regionBook'
import type { Frame } from './view'

const former = new WeakMap<RegionBook, Region[]>()

/** Divisions that are no more; looked up once per book, as every view asks. */
function formerDivisions(regions: RegionBook): Region[] {
  const known = former.get(regions)
  if (known) return known
  const list = [...regions.all()].filter((region) => !region.inForce)
  former.set(regions, list)
  return list
}

/**
 * 区划调整 footnotes of a view: what became of the region itself, and in today's reading (现区划还原) which divisions came
 * to it since the period began, whose figures are therefore in its own.
 */
export function footnotesOf(
  regions: RegionBook,
  { region, mode, period }: Pick<Frame, 'region' | 'mode' | 'period'>,
): string[] {
  const own = regions.resolve(region, 'current').footnotes
  if (mode === 'asof') return own
  const begin = period.slice(0, 4)
  const arrivals = formerDivisions(regions)
    .filter(({ code, until }) => code !== region && until >= begin)
    .map(({ code }) => regions.resolve(code, 'current'))
    .filter(({ code }) => code === region)
    .flatMap(({ footnotes }) => footnotes)
  return [...new Set([...own, ...arrivals])]
}
