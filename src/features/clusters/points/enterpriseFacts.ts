import type { EnterpriseDetail } from '@contract/enterprises'
import type { FigureView } from '@/lib/figureRefs'
import type { ShownFigure } from '@/lib/figureLook'
import type { PlainReason } from '@/lib/plainNumbers'
import { periodText } from '@/stores/viewWords'

const LOCATED: Record<EnterpriseDetail['locatedBy'], string> = {
  declared: '申报区县',
  address: '按地址判断',
  code: '按信用代码登记机关判断，仅供参考',
  none: '',
}

/** One fact of the card: a figure, or words. */
export interface EnterpriseFact {
  term: string
  text?: string
  /** What numbers in the words are. */
  plain?: PlainReason
  shown?: ShownFigure
  figure?: string | null
}

interface UnitRevenue {
  shownUnit: (revenueWan: string | null) => ShownFigure
  unitRef: (view: FigureView | null, creditCode: string) => string | null
}

/** What the card beside the map tells of one enterprise; the whole record is one link away. */
export function enterpriseFacts(
  enterprise: EnterpriseDetail,
  view: FigureView,
  { shownUnit, unitRef }: UnitRevenue,
): EnterpriseFact[] {
  const { period } = view
  const { countyName, locatedBy, address, products, facts, honours } = enterprise
  // The latest published batch stands first: its value is the one that counts.
  const revenue = facts.find((fact) => fact.indicator === 'revenue' && fact.period === period)
  const valid = honours.filter((honour) => honour.valid).map((honour) => honour.programme)
  return [
    {
      term: '所在区县',
      text: locatedBy === 'none' ? '未定位' : `${countyName}（${LOCATED[locatedBy]}）`,
      plain: 'name',
    },
    {
      term: `营业收入（${periodText(period)}）`,
      shown: shownUnit(revenue?.value ?? null),
      figure: unitRef(view, enterprise.creditCode),
    },
    { term: '有效荣誉', text: valid.length > 0 ? [...new Set(valid)].join('、') : '名单中没有', plain: 'name' },
    { term: '主要产品', text: products ?? '名录未填', plain: 'name' },
    { term: '地址', text: address ?? '名录未填', plain: 'name' },
  ]
}
