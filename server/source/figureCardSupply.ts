import type { FigureInput } from '@contract/figures'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import {
  localSupplyRate,
  SUPPLY_RINGS,
  supplyOf,
  zoneOf,
  type SupplyRing,
  type SupplyZone,
} from '@domain/indicator/localSupply'
import { COUNTRY } from './context'
import { figureInput, plainInput, type Material, type Opened } from './figureCardMaterial'
import { readSupply } from './localSupply'

const RINGS: Record<SupplyRing, string> = {
  county: '与链主同县',
  city: '同市其他县',
  province: '同省其他市',
  outside: '省外',
  unknown: '所在地不明',
}
const ZONES: Record<SupplyZone, string> = { county: '本县', city: '本市', province: '本省' }

/** 本地配套率 by number or by amount, and what it is a part of. */
export async function supplyMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const isRate = ref.indicator.startsWith('local-supply-rate')
  const byAmount = ref.indicator === 'leader-purchases' || ref.indicator.endsWith('-amount')
  const formula = isRate ? 'share' : byAmount ? 'sum' : 'count'
  if (frame.region === COUNTRY)
    return { value: null, formula, inputs: [], rests: [], refusal: '本地配套率按省、市、县计算' }
  const reading = await readSupply(context, frame, ref.chain ?? '')
  const supply = supplyOf(reading.purchases)
  const suppressed = byAmount ? reading.amountSuppressed : null
  const rings = byAmount ? supply.amounts : supply.suppliers
  const rests: FigureRef[] = [{ ...ref, indicator: 'leaders' }]
  const note = `${reading.year} 年的采购。`
  if (suppressed || rings === null || reading.purchases.length === 0)
    return { value: null, formula, inputs: [], rests, note, suppressed }
  const whole: FigureIndicator = byAmount ? 'leader-purchases' : 'leader-suppliers'
  if (!isRate) {
    const inputs = SUPPLY_RINGS.map((ring): FigureInput =>
      plainInput(whole, 'part', `${RINGS[ring]}的供应商`, String(rings[ring])),
    )
    const all = zoneOf(rings, 'province').whole
    return { value: byAmount ? all.toFixed(4) : all.toFixed(), formula, inputs, rests, note }
  }
  const zone = zoneIn(ref.indicator)
  const { local, whole: all } = zoneOf(rings, zone)
  return {
    value: localSupplyRate(rings, zone),
    formula,
    inputs: [
      plainInput(whole, 'own', `${ZONES[zone]}供应商`, local.toFixed(), '各级所在地的数见分母的身份证'),
      figureInput(opened, {
        role: 'whole',
        name: '全部供应商',
        value: all.toFixed(byAmount ? 4 : 0),
        ref: { ...ref, indicator: whole },
      }),
    ],
    rests,
    note,
  }
}

function zoneIn(indicator: FigureIndicator): SupplyZone {
  if (indicator.includes('-county')) return 'county'
  return indicator.includes('-province') ? 'province' : 'city'
}
