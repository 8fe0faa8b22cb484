import { EVIDENCE_NAMES } from '@contract/supply'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { countText } from '@/lib/format'
import { shownCount } from '@/lib/shownFigures'
import type { FirmRow, LinkRow } from './networkRows'
import {
  HONOUR_WORDS,
  KIND_WORDS,
  markWords,
  productWords,
  RING_WORDS,
  seatWords,
  shownAmount,
  shownPercent,
  shownTrades,
  tierWords,
} from './supplyWords'

/** None of these numbers has a card: a click on the row tells where they come from. */
type View = null

const record = <Row>(column: FigureColumn<Row, View>): FigureColumn<Row, View> => ({
  ...column,
  plain: 'supply-record',
})

const word = <Row>(
  id: string,
  label: string,
  text: (row: Row) => string,
  part: Partial<FigureColumn<Row, View>> = {},
): FigureColumn<Row, View> => ({ id, label, text, rank: text, sortable: true, ...part })

const ringWords = ({ node }: FirmRow) => (node.ring === null ? '几个地方' : RING_WORDS[node.ring])
const titles = ({ node }: FirmRow): string => {
  if (node.what === 'group') return node.leaders > 0 ? `链主 ${countText(node.leaders)} 家` : ''
  const kind = node.kind === 'enterprise' ? [] : [KIND_WORDS[node.kind]]
  return [...(node.leader ? ['★ 链主'] : []), ...(node.honour ? [HONOUR_WORDS[node.honour]] : []), ...kind].join(' · ')
}

export const FIRM_COLUMNS: readonly FigureColumn<FirmRow, View>[] = [
  word('name', '企业', ({ name }) => name, { rowHeader: true }),
  word('tier', '层级', ({ tier }) => tierWords(tier), { rank: ({ tier }) => tier, short: true }),
  word('ring', '远近', ringWords, { short: true }),
  word('place', '所在地', ({ node }) => (node.what === 'group' ? node.name : node.placeName), { plain: 'name' }),
  word('seats', '环节', ({ node }) => (node.what === 'group' ? '' : seatWords(node)), { plain: 'name' }),
  word('titles', '身份', titles, { plain: 'supply-record' }),
  record(
    figureColumn<FirmRow, View>({
      id: 'amount',
      label: '图上往来金额',
      shown: ({ amountWan }) => shownAmount(amountWan),
      rank: ({ amountWan }) => (amountWan === null ? null : Number(amountWan)),
    }),
  ),
  record(
    figureColumn<FirmRow, View>({
      id: 'unknown',
      label: '未报金额的关系',
      shown: ({ unknownAmounts }) => shownCount(unknownAmounts, '未报'),
      rank: ({ unknownAmounts }) => unknownAmounts,
    }),
  ),
  record(
    figureColumn<FirmRow, View>({
      id: 'suppliers',
      label: '供应商',
      shown: ({ node }) => shownCount(node.what === 'group' ? null : node.suppliers, '展开后看'),
      rank: ({ node }) => (node.what === 'group' ? null : node.suppliers),
    }),
  ),
  record(
    figureColumn<FirmRow, View>({
      id: 'buyers',
      label: '客户',
      shown: ({ node }) => shownCount(node.what === 'group' ? null : node.buyers, '展开后看'),
      rank: ({ node }) => (node.what === 'group' ? null : node.buyers),
    }),
  ),
]

export const LINK_COLUMNS: readonly FigureColumn<LinkRow, View>[] = [
  word('from', '供方', ({ fromName }) => fromName, { rowHeader: true }),
  word('to', '需方', ({ toName }) => toName, { plain: 'name' }),
  word('side', '方向', ({ side }) => ({ up: '上游', down: '下游', across: '横跨' })[side], { short: true }),
  word('products', '产品', ({ link }) => productWords(link), { plain: 'name' }),
  record(
    figureColumn<LinkRow, View>({
      id: 'amount',
      label: '金额',
      shown: ({ link }) => shownTrades(link),
      rank: ({ link }) => (link.amountWan === null ? null : Number(link.amountWan)),
    }),
  ),
  record(
    figureColumn<LinkRow, View>({
      id: 'share',
      label: '占需方采购',
      shown: ({ link }) => shownPercent(link.sharePercent),
      rank: ({ link }) => (link.sharePercent === null ? null : Number(link.sharePercent)),
    }),
  ),
  word('evidence', '证据', ({ link }) => EVIDENCE_NAMES[link.evidence], { short: true }),
  word('marks', '要看一眼', ({ link }) => (link.marks.length > 0 ? `⚠ ${markWords(link.marks)}` : ''), {
    plain: 'definition',
  }),
]
