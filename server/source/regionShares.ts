import type { Concentration, HhiReading } from '@contract/analysisParts'
import { hhiBand, hhiOfParts } from '@domain/indicator/marketRange'
import type { HhiBounds } from '@domain/indicator/concentration'
import type { Suppression } from '@domain/disclosure/suppression'
import { Decimal } from 'decimal.js'
import { areaOf, type Analysis } from './analysisFrame'
import { readTable, type TableRow } from './analysisTable'
import { COUNTRY } from './context'
import { ratioText } from './regionMeasures'

/** Regions that are named; the others are in the index only. */
const MOST_NAMED = 5

/** A verdict only where both ends of an interval lie in one band. */
export function hhiReading(
  bounds: HhiBounds | null,
  suppressed: Suppression | null,
  missing: string | null,
): HhiReading {
  if (suppressed) return { bounds: null, band: null, suppressed, missing: null }
  if (!bounds) return { bounds: null, band: null, suppressed: null, missing }
  const [low, high] = [hhiBand(bounds.lower), hhiBand(bounds.upper)]
  return { bounds, band: low === high ? low : null, suppressed: null, missing: null }
}

/** 集中风险 by region: how the regions below share the chain, by revenue or, where nobody reported, by enterprises. */
export async function regionShares(analysis: Analysis): Promise<Concentration['byRegion']> {
  const { context, frame } = analysis
  if (frame.region === COUNTRY || context.regions.level(frame.region) === 'county') return null
  const area = await areaOf(analysis)
  const { root, rows } = await readTable(analysis, frame, area)
  const whole = root.subject
  const isPublic = whole.revenue_reporting > 0 && whole.revenue_suppressed === null
  const basis = isPublic ? 'revenue' : 'enterprises'
  const parts = rows.filter((row) => row.own.subject.enterprises > 0).map((row) => partOf(row, basis))
  const total = isPublic ? (whole.revenue_wan ?? '0') : String(whole.enterprises)
  const known = parts.flatMap(({ value }) => value ?? [])
  const rest = known.reduce((left, value) => left.minus(value), new Decimal(total))
  // What no county is known of is one more piece at most.
  const hidden = parts.filter(({ suppressed }) => suppressed !== null).length
  const pieces = rest.gt(0) ? Math.max(1, hidden) : 0
  const sorted = [...parts].sort((a, b) => new Decimal(b.value ?? -1).comparedTo(a.value ?? -1))
  return {
    level: area.level === 'city' ? 'city' : 'county',
    basis,
    hhi: hhiReading(hhiOfParts({ known, rest: Decimal.max(rest, 0), pieces }), null, '没有企业'),
    regions: sorted.slice(0, MOST_NAMED).map(({ code, name, value, suppressed }) => ({
      code,
      name,
      share: value === null ? null : ratioText(value, total),
      suppressed,
    })),
    counted: parts.length,
  }
}

function partOf({ code, name, own }: TableRow, basis: 'revenue' | 'enterprises') {
  const { subject } = own
  const suppressed = basis === 'revenue' ? subject.revenue_suppressed : null
  const reported = subject.revenue_reporting > 0 && !suppressed ? subject.revenue_wan : null
  return { code, name, suppressed, value: basis === 'revenue' ? reported : String(subject.enterprises) }
}
