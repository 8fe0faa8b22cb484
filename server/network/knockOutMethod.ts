import type { KnockOutAssumptions } from '@contract/knockOut'
import { DAYS_OF_YEAR } from '@domain/supply/assumptions'

interface Known {
  year: string | null
  /** Trades of the year, and those of them without an amount. */
  trades: number
  unpriced: number
  /** Firms hit of which the amount is not known. */
  unknownAmounts: number
  /** Buyers that lost a source of a product without a name. */
  unnamed: number
  /** Not the whole country is visible. */
  isScoped: boolean
}

const percentOf = (part: number) => `${String(Math.round(part * 1000) / 10)}%`

/** 说明: every assumption, what the arithmetic does with it, and what the data does not know. */
export function knockOutMethod(assumptions: KnockOutAssumptions, known: Known): string[] {
  const { days, cutPercent, passUp, passDown, spare, tiers } = assumptions
  return [
    '推演，非预测：按下列假设计算一旦停摆会怎样，不代表将要发生；不写入任何数据，同样的数据和假设每次得到同样的结果。',
    `停摆：所选企业${cutPercent === 100 ? '全停' : `减产 ${cutPercent}%`}，持续 ${days} 天。`,
    `缺料（往下游）：买方按最缺的一种产品减产，不同产品不能互相顶替；同一产品的几家供应商按金额计分量，金额不如份额知道得多时按份额计，都不知道时平分。缺料的买方再按向下游传导系数 β = ${passDown} 少供自己的买方${passDown === 0 ? '，即只算第一级' : ''}。`,
    `断单（往上游）：供应商失去停摆和减产的买方的订单，再按向上游传导系数 α = ${passUp} 减少自己的采购${passUp === 0 ? '，即只算第一级' : ''}；缺料的企业因此取消别的采购，没有计算在内。`,
    `增供系数 ρ = ${spare}：${spare === 0 ? '其他供应商一点也不能多供' : `同一产品没有波及的其他供应商，最多多供已知供货额的 ${percentOf(spare)}，由缺料的买方按缺口分摊`}。没有写明产品的关系无从顶替。`,
    `层级：从停摆对象往外走 ${tiers} 级；循环供应走到最后一级为止，一家企业的损失不超过自己的全部。`,
    `风险收入 = 缺料比例 × 一年销售额与断单金额中较大的一个 × ${days} ÷ ${DAYS_OF_YEAR}；是线性的：天数加倍，结果加倍。一年销售额取报送的营业收入与已知供货额中较大的。停摆对象自己的损失不计入。`,
    '库存、在途货物和合同约束不知道，没有扣除：实际受影响可能较晚、较轻。',
    'TTS 与 TTR：供方恢复供货所需天数（TTR）与断供后买方能维持的天数（TTS），只用供应关系里报了的，没有报的写明缺哪一个；不参与金额计算。',
    `金额：${known.year ?? '—'} 年 ${known.trades} 条供应关系中 ${known.unpriced} 条没有金额${known.trades > 0 ? `（${percentOf(known.unpriced / known.trades)}）` : ''}，经它们断了多少单算不出；因此波及的企业标“至少”或“算不出”。${known.unknownAmounts > 0 ? `有 ${known.unknownAmounts} 家被波及而没有金额，不计入合计。` : ''}`,
    `替代：省内同一环节、自身没有停摆也没有波及的企业；天数内可增供 = ρ × 一年销售额 × ${days} ÷ ${DAYS_OF_YEAR}。同一环节只说明产品同类，能否替代须逐家核实。停摆对象最多的 20 个环节列出替代。`,
    `断源：列全网只剩一家来源或一家也没有的产品，以及有买方如此的产品；减产的仍是来源。${known.unnamed > 0 ? `有 ${known.unnamed} 个买方失去的来源没有写明产品，无从说还剩几家。` : ''}`,
    ...(known.isScoped
      ? ['只含至少一端在您权限内的供应关系，沿其他关系没有推演下去；权限之外企业的营业收入不用。']
      : []),
  ]
}
