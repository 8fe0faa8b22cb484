import type { Quadrant } from '@contract/analysis'
import type { Concentration, ShiftShare } from '@contract/analysisParts'
import { formatRef, type FigureIndicator } from '@domain/figure/figureRef'
import { roundHalfUp } from '@domain/indicator/rounding'
import { zoneOf } from '@domain/indicator/localSupply'
import type { Api } from './api'
import type { Look, Printed } from './printedFigures'

/** Every number of the panels 大势还是本事 and 集中度与配套 that has a card of its own; the region is a city or a county. */
export async function analysisFigures(api: Api, look: Look): Promise<Printed[]> {
  const { own } = await api.get<ShiftShare>('/indicators/shift-share', { ...look })
  const { density, byEnterprise, supply } = await api.get<Concentration>('/indicators/concentration', { ...look })
  const of = (indicator: FigureIndicator, value: string | number | null, against: string | null = null): Printed => ({
    ref: formatRef({ ...look, indicator, kind: 'chain', unit: '', against }),
    value: value === null ? null : String(value),
    where: 'analysis',
  })
  const parts = own
    ? ([
        ['shift-change', own.subject.change],
        ['shift-growth', own.subject.growth],
        ['shift-mix', own.subject.mix],
        ['shift-competitive', own.subject.competitive],
      ] as const)
    : []
  const [county, city, province] = supply.rates
  const suppliers = supply.missing ? null : zoneOf(supply.suppliers, 'province').whole.toFixed()
  const purchases = supply.amounts && zoneOf(supply.amounts, 'province').whole.toFixed(4)
  return [
    ...(await nodeShares(api, look)),
    ...parts.map(([indicator, value]) => of(indicator, value, own?.reference ?? null)),
    of('specialised', density.specialised),
    of('specialised-density', density.perAboveScale),
    of('specialised-per-yi', density.perYi),
    of('hhi', byEnterprise.hhi.bounds?.lower ?? null),
    of('crn', byEnterprise.shares.find(({ n }) => n === 5)?.share ?? null),
    of('leader-suppliers', suppliers),
    of('leader-purchases', purchases),
    of('local-supply-rate-county', county?.byCount ?? null),
    of('local-supply-rate', city?.byCount ?? null),
    of('local-supply-rate-province', province?.byCount ?? null),
    of('local-supply-rate-county-amount', county?.byAmount ?? null),
    of('local-supply-rate-amount', city?.byAmount ?? null),
    of('local-supply-rate-province-amount', province?.byAmount ?? null),
  ]
}

/** 占比 of the nodes as the quadrants show it, and by number of enterprises. */
async function nodeShares(api: Api, look: Look): Promise<Printed[]> {
  const query = { ...look, points: 'nodes', height: 'share' }
  const { items, shareBasis } = await api.get<Quadrant>('/indicators/quadrant', query)
  const { enterprises } = await api.get<Concentration>('/indicators/concentration', { ...look })
  return items
    .filter((item) => item.enterprises > 0)
    .flatMap((item) => {
      const of = (indicator: FigureIndicator, value: string | null): Printed => ({
        ref: formatRef({ ...look, indicator, kind: 'node', unit: item.id, against: null }),
        value,
        where: 'quadrant',
      })
      const byNumber = of('part-share', roundHalfUp(item.enterprises / enterprises, 4))
      return shareBasis === 'revenue' ? [byNumber, of('part-share-revenue', item.height)] : [byNumber]
    })
}
