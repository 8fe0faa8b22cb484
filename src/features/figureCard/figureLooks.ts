import type { FigureCard, FigureInput } from '@contract/figures'
import { exactText } from '@domain/figure/amountText'
import { formatRef, parseRef, type FigureRef } from '@domain/figure/figureRef'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'

type Valued = Pick<FigureCard, 'value' | 'upper' | 'suppressed' | 'missing' | 'text' | 'indicator' | 'sources'>

/** 推算: how the product came to a number that no office gave; null for the others. */
function estimateOf({ indicator, upper, sources }: Valued): string | null {
  if (indicator === 'revenue-growth') return '按现有数据推算：只比较两期的名录，不是统计部门发布的增速'
  if (upper !== null) return '按现有数据推算：最小的几家只知道合计，只能给出范围'
  return sources.some(({ dataClass }) => dataClass === 'estimated') ? '来源中有推算数' : null
}

/** The number of a card in its look. */
export const shownCard = (card: Valued): ShownFigure =>
  shownFigure(
    {
      value: card.missing ? null : card.value,
      suppressed: card.suppressed,
      estimated: estimateOf(card),
      missing: '没有数',
      missingReason: card.missing?.reason,
    },
    () => card.text,
  )

/** An input in its look; what the viewer may not have is neither zero nor missing from the source. */
export function shownInput(input: FigureInput): ShownFigure {
  if (input.withheld && !input.suppressed)
    return { look: 'missing', text: '不向您公开', reason: input.note ?? '不在您的辖区' }
  return shownFigure({ value: input.value, suppressed: input.suppressed, missing: '未报送' }, (value) =>
    exactText({ ...input, value }),
  )
}

export interface OtherFigure {
  name: string
  ref: string
}

const PARTS_OF_CHAIN: readonly FigureRef['kind'][] = ['node', 'group', 'stage']
const COUNTRY = '100000'

/** What one may look at instead of a number that is not public: the sum above it, and how many enterprises there are. */
export function instead({ ref: text, name }: Pick<FigureCard, 'ref' | 'name'>): OtherFigure[] {
  const ref = parseRef(text)
  if (!ref) return []
  const wanted: [string, Partial<FigureRef> | null][] = [
    [`整条产业链的${name}`, PARTS_OF_CHAIN.includes(ref.kind) ? { kind: 'chain', unit: '' } : null],
    [`全省的${name}`, provinceAbove(ref)],
    ['企业数', { indicator: 'enterprises', against: null }],
  ]
  return wanted.flatMap(([label, part]) => {
    const other = part && formatRef({ ...ref, ...part })
    return other && other !== text && parseRef(other) ? [{ name: label, ref: other }] : []
  })
}

/** null where the region is a province already, or is compared with it. */
function provinceAbove({ region, against, kind }: FigureRef): Partial<FigureRef> | null {
  const province = `${region.slice(0, 2)}0000`
  if (region === COUNTRY || region === province || against === province) return null
  return kind === 'enterprise' || kind === 'cluster' || kind === 'unlocated' ? null : { region: province }
}
