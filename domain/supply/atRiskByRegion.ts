import { ExactSums } from './exactSums'

/** What a region may lose; a firm counts where it has its seat. */
export interface RegionAtRisk<Region> {
  region: Region
  /** 元: of the firms whose amount is known. */
  yuan: number
  /** 受影响企业, those of unknown amount among them. */
  firms: number
  unknown: number
}

/**
 * 风险收入 by region, the largest sum first, then more firms, then the region that comes first. `atRisk` by firm as `knockOut`
 * gives it: 0 = not hit, NaN = hit, amount unknown. Firms outside the register have the region their caller gives them.
 */
export function atRiskByRegion<Region extends string | null>(
  atRisk: Float64Array,
  regionOf: (firm: number) => Region,
): RegionAtRisk<Region>[] {
  const places = new Map<Region, number>()
  const rows: RegionAtRisk<Region>[] = []
  const hit: { row: number; yuan: number }[] = []
  for (let firm = 0; firm < atRisk.length; firm += 1) {
    const yuan = atRisk[firm] ?? 0
    if (yuan === 0) continue
    const region = regionOf(firm)
    const row = places.get(region) ?? rows.length
    if (row === rows.length) {
      places.set(region, row)
      rows.push({ region, yuan: 0, firms: 0, unknown: 0 })
    }
    hit.push({ row, yuan })
  }
  const sums = new ExactSums(rows.length)
  for (const { row, yuan } of hit) {
    const own = rows[row]
    if (!own) continue
    own.firms += 1
    if (Number.isNaN(yuan)) own.unknown += 1
    else sums.move(row, 0, yuan)
  }
  return rows
    .map((row, at) => ({ ...row, yuan: sums.at(at) }))
    .sort((a, b) => b.yuan - a.yuan || b.firms - a.firms || ((a.region ?? '') < (b.region ?? '') ? -1 : 1))
}
