import type { FigureInput } from '@contract/figures'
import type { SupplyShare } from '@contract/supply'
import { evaluate } from '@domain/figure/formulas'
import { partyOfUnit, type PartyFigure } from '@domain/figure/partyFigures'
import { SUPPLY_RINGS, type SupplyRing, type SupplyZone } from '@domain/indicator/localSupply'
import type { FigureParts, Rings } from '@server/network/askFigureParts'
import { readJson } from '@server/network/questions'
import { todayOf } from './context'
import { figureInput, plainInput, type Material, type Opened } from './figureCardMaterial'
import { askNetwork } from './supply'

const RINGS: Record<SupplyRing, string> = {
  county: '同县',
  city: '同市其他县',
  province: '同省其他市',
  outside: '省外',
  unknown: '所在地不明',
}
const ROLES = { leader: '链主', supplier: '上游', buyer: '下游', both: '上下游兼有' }
const DEFAULT_TIERS = 2

type Made = Pick<Material, 'value' | 'formula' | 'inputs'> & { refusal?: string | null }

/** A figure of one party of supply relations, and what it is made of. */
export async function partyMaterial(opened: Opened): Promise<Material & { name: string }> {
  const { context, principal, ref } = opened
  const { region, period: year, mode, dataset, indicator } = ref
  const firm = partyOfUnit(ref.unit) ?? ''
  const tiers = Number(/^firm-community-(\d)$/u.exec(indicator)?.[1] ?? DEFAULT_TIERS)
  const today = todayOf(context).slice(0, 4)
  const query = { region, year, mode, dataset }
  const { frame, json } = await askNetwork(context, principal, query, 'figureParts', (own) => ({
    frame: own,
    firm,
    tiers,
    today,
  }))
  const parts = readJson(json)
  const { refusal, ...made } = madeOf(opened, indicator as PartyFigure, parts)
  const sight = frame.scope === null ? '' : '只含至少一端在您权限内的，沿其他关系没有走下去。'
  const note = `只计 ${year} 年已导入的供应关系。${sight}`
  return { ...made, rests: [], note, name: parts.figures.firm.name, ...(refusal ? { refusal } : {}) }
}

function madeOf(opened: Opened, figure: PartyFigure, parts: FigureParts): Made {
  const { figures, bought, sold } = parts
  switch (figure) {
    case 'firm-suppliers':
      return counted(figures.suppliers, ringInputs(figure, bought, '供应商'))
    case 'firm-buyers':
      return counted(figures.buyers, ringInputs(figure, sold, '买方'))
    case 'firm-city-suppliers':
      return citySuppliers(figure, parts)
    case 'firm-purchases':
      return summed(figures.purchasesWan, amountInputs(figure, bought, '供应商'))
    case 'firm-sales':
      return summed(figures.salesWan, amountInputs(figure, sold, '买方'))
    case 'firm-top-supplier':
    case 'firm-top-buyer':
      return topMade(opened, figure, parts)
    case 'firm-single-source':
      return counted(figures.singleSource.length, singleSourceInputs(figure, parts))
    case 'firm-multi-chain':
      return counted(figures.multiChain.length, multiChainInputs(figure, parts))
    case 'firm-community-1':
    case 'firm-community-2':
    case 'firm-community-3':
    case 'firm-community-4':
      return counted(
        figures.community.count,
        parts.roles.map(({ role, firms }) => plainInput(figure, 'part', ROLES[role], String(firms))),
      )
    default:
      return rateMade(opened, figure, parts)
  }
}

const counted = (value: number, inputs: FigureInput[]): Made => ({
  value: String(value),
  formula: 'count',
  inputs,
})

const summed = (value: string | null, inputs: FigureInput[]): Made => ({
  // With all digits, as the sum is done again.
  value: value === null ? null : evaluate('sum', inputs),
  formula: 'sum',
  inputs,
  refusal: '没有一笔供应关系有金额',
})

const ringInputs = (figure: PartyFigure, { firms }: Rings, of: string) =>
  SUPPLY_RINGS.map((ring) => plainInput(figure, 'part', `${RINGS[ring]}的${of}`, String(firms[ring])))

const amountInputs = (figure: PartyFigure, { amounts }: Rings, of: string) =>
  SUPPLY_RINGS.flatMap((ring) => (amounts ? plainInput(figure, 'part', `${RINGS[ring]}的${of}`, amounts[ring]) : []))

function citySuppliers(figure: PartyFigure, { figures, bought }: FigureParts): Made {
  if (figures.citySuppliers === null)
    return { value: null, formula: 'count', inputs: [], refusal: '不知道这家企业在哪个市' }
  const inputs = (['county', 'city'] as const).map((ring) =>
    plainInput(figure, 'part', `${RINGS[ring]}的供应商`, String(bought.firms[ring])),
  )
  return counted(figures.citySuppliers, inputs)
}

/** 本地配套率: the local part and the whole, each with its own card where there is one. */
function rateMade(opened: Opened, figure: PartyFigure, { figures }: FigureParts): Made {
  const byAmount = figure.endsWith('-amount')
  const zone = /^firm-local-rate-(county|city|province)/u.exec(figure)?.[1] as SupplyZone
  const rate = figures.localRates.find((own) => own.zone === zone)
  const share = byAmount ? rate?.byAmount : rate?.byCount
  if (!rate || !share) return { value: null, formula: 'share', inputs: [] }
  const whole: PartyFigure = byAmount ? 'firm-purchases' : 'firm-suppliers'
  return shareMade(share, [
    plainInput(whole, 'own', `${rate.zoneName}供应商`, share.numerator),
    figureInput(opened, {
      role: 'whole',
      name: '全部供应商',
      value: share.denominator,
      ref: { ...opened.ref, indicator: whole },
    }),
  ])
}

const shareMade = (share: SupplyShare, inputs: FigureInput[]): Made => ({
  value: share.ratio,
  formula: 'share',
  inputs: share.ratio === null ? [] : inputs,
  refusal: share.missing,
})

function topMade(opened: Opened, figure: 'firm-top-supplier' | 'firm-top-buyer', parts: FigureParts): Made {
  const { figures, revenueWan } = parts
  const isSupplier = figure === 'firm-top-supplier'
  const top = isSupplier ? figures.topSupplier : figures.topBuyer
  if (!top) return { value: null, formula: 'share', inputs: [], refusal: '没有一笔供应关系有大于零的金额' }
  const sum: PartyFigure = isSupplier ? 'firm-purchases' : 'firm-sales'
  const { ref } = opened
  const byRevenue = !isSupplier && revenueWan !== null
  const wholeRef = byRevenue
    ? { ...ref, indicator: 'revenue' as const, kind: 'enterprise' as const }
    : { ...ref, indicator: sum }
  const name = byRevenue ? '营业收入' : isSupplier ? '已知采购额' : '已知供货额'
  return shareMade(top.share, [
    plainInput(sum, 'own', `${isSupplier ? '最大供应商' : '最大买方'} ${top.party.name}`, top.share.numerator),
    figureInput(opened, { role: 'whole', name, value: top.share.denominator, ref: wholeRef }),
  ])
}

/** More products than this are added up in one line. */
const LINES = 50

function singleSourceInputs(figure: PartyFigure, { figures }: FigureParts): FigureInput[] {
  const [shown, rest] = [figures.singleSource.slice(0, LINES), figures.singleSource.length - LINES]
  const inputs = shown.map(({ product, supplier }) => plainInput(figure, 'part', `${product}（${supplier.name}）`, '1'))
  if (rest > 0) inputs.push(plainInput(figure, 'part', `另外 ${rest} 种产品`, String(rest)))
  return inputs.length > 0 ? inputs : [plainInput(figure, 'part', '只有一家供应商的产品', '0')]
}

function multiChainInputs(figure: PartyFigure, { figures }: FigureParts): FigureInput[] {
  const counts = new Map<number, number>()
  for (const { chains } of figures.multiChain) counts.set(chains.length, (counts.get(chains.length) ?? 0) + 1)
  const inputs = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([chains, firms]) => plainInput(figure, 'part', `服务 ${chains} 条产业链的供应商`, String(firms)))
  return inputs.length > 0 ? inputs : [plainInput(figure, 'part', '服务两条以上产业链的供应商', '0')]
}
