import type { BriefFigure } from '@contract/brief'
import type { View } from '@contract/common'
import type { FigureIndicator } from '@domain/figure/figureRef'
import type { BriefMaterial } from './briefMaterial'
import { referTo } from './citing'

const ESTIMATED_ONLY = '名录全部为推算数据'
const GROWTH = '按现有数据推算，非统计口径'

type Own = Pick<BriefFigure, 'name' | 'value'> &
  Partial<BriefFigure> & { indicator: FigureIndicator; against?: string | undefined }

const figureOf = (view: View, { indicator, against, ...more }: Own): BriefFigure => ({
  form: 'count',
  unit: '家',
  decimals: null,
  suppressed: null,
  estimated: null,
  missing: '未报送',
  note: null,
  ref: referTo(view, { indicator, against: against ?? null }),
  ...more,
})

const RATIO = { form: 'ratio', unit: '', missing: '未测算' } as const
const text = (value: number | null) => (value === null ? null : String(value))

/** The table beside the sentences: the same numbers, those that could not be said included, each in its look. */
export function keyFigures(material: BriefMaterial): BriefFigure[] {
  const { panorama, isEstimated } = material
  const { view, figures, strengths, completeness } = panorama
  const { revenueWan, revenueSuppressed } = figures
  const estimated = isEstimated ? ESTIMATED_ONLY : null
  const money = { form: 'money', unit: '万元', suppressed: revenueSuppressed, estimated } as const
  const before: Own[] = [
    { indicator: 'enterprises', name: '链上企业', value: text(figures.enterprises) },
    { indicator: 'above-scale', name: '规上企业', value: text(figures.aboveScale) },
    { indicator: 'revenue', name: '营业收入', value: revenueWan, ...money },
    { indicator: 'revenue-reporting', name: '报送营收', value: text(figures.revenueReporting) },
  ]
  const after: Own[] = [
    { indicator: 'honoured', name: '优质企业', value: text(figures.honoured), missing: '未导入' },
    { indicator: 'leaders', name: '链主', value: text(figures.leaders), missing: '未导入' },
    { indicator: 'completeness', name: '链完整度', value: completeness, ...RATIO },
    { indicator: 'missing-nodes', name: '缺的环节', value: text(strengths.missing), unit: '个' },
    { indicator: 'weak-nodes', name: '弱的环节', value: text(strengths.weak), unit: '个' },
  ]
  return [...before, ...ratios(material), ...after].map((own) => figureOf(view, own))
}

/** Measured among the regions of the province; the province itself has none of them. */
function ratios({ panorama, province, isEstimated }: BriefMaterial): Own[] {
  if (!province) return []
  const { own, code, name } = province
  const hides = (what: 'concentration' | 'quotient' | 'growth') =>
    own?.suppressed.includes(what) ? (panorama.figures.revenueSuppressed ?? 'complementary') : null
  const estimated = isEstimated ? ESTIMATED_ONLY : null
  return [
    {
      indicator: 'concentration',
      name: '产业集聚度',
      value: own?.concentration ?? null,
      ...RATIO,
      suppressed: hides('concentration'),
      estimated,
    },
    {
      indicator: 'location-quotient',
      name: '区位商',
      value: own?.quotient ?? null,
      ...RATIO,
      form: 'number',
      decimals: 2,
      suppressed: hides('quotient'),
      against: code,
      note: `参照${name}`,
    },
    {
      indicator: 'revenue-growth',
      name: '收入增速',
      value: own?.growth ?? null,
      ...RATIO,
      missing: '缺上年同期',
      suppressed: hides('growth'),
      estimated: GROWTH,
    },
  ]
}
