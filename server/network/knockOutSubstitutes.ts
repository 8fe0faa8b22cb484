import type { KnockOut as Answer } from '@contract/knockOut'
import type { SupplyRing } from '@domain/indicator/localSupply'
import type { KnockOut } from '@domain/supply/knockOut'
import { salesBase } from '@domain/supply/salesBase'
import { substitutes, type NodeMember } from '@domain/supply/substitutes'
import type { Stopping } from './knockOutTargets'
import type { SeatOfParty } from './parties'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'

/** Nodes for which substitutes are looked up: those with the most firms that stop. */
export const MOST_REPLACED = 20
const MOST_SHOWN = 20

type Row = Answer['substitutes'][number]

interface Replaced extends SeatOfParty {
  firms: Set<number>
}

/** 省内替代: firms on the same node, nearest first, that neither stop nor are hit. */
export function substituteRows(
  view: SupplyView,
  run: KnockOut,
  stoppings: readonly Stopping[],
  revenue: Float64Array,
): Row[] {
  return replacedSeats(view, stoppings)
    .slice(0, MOST_REPLACED)
    .map((seat) => rowOf(view, run, seat, revenue))
}

/** Of a node that stops that node alone, of a chain in a place the nodes of that chain, else all nodes of who stops. */
function replacedSeats(view: SupplyView, stoppings: readonly Stopping[]): Replaced[] {
  const seats = new Map<string, Replaced>()
  for (const { target, firms } of stoppings)
    for (const firm of firms)
      for (const { chain, node } of view.parties.seatsOf(firm)) {
        if (target.kind === 'node' && (target.chain !== chain || target.node !== node)) continue
        if (target.kind === 'place' && target.chain !== undefined && target.chain !== chain) continue
        const key = `${chain} ${node}`
        const seat = seats.get(key) ?? { chain, node, firms: new Set() }
        seat.firms.add(firm)
        seats.set(key, seat)
      }
  return [...seats]
    .sort(([key, { firms }], [other, { firms: others }]) => others.size - firms.size || (key < other ? -1 : 1))
    .map(([, seat]) => seat)
}

function rowOf(view: SupplyView, run: KnockOut, seat: Replaced, revenue: Float64Array): Row {
  const { chain, node, firms } = seat
  const { days, spare } = run.assumptions
  const ringOf = nearestRing(view, firms)
  const isFree = (firm: number) => (run.shortageTier[firm] ?? -1) === -1 && (run.lostOrdersTier[firm] ?? -1) === -1
  const members = view.parties.onNode(chain, node).flatMap((firm): NodeMember[] => {
    if (!isFree(firm) || !view.sees(firm)) return []
    const yuan = salesBase(view.graph, revenue, firm)
    return [{ firm: view.parties.id(firm), node, ring: ringOf(firm), yuan: yuan > 0 ? yuan : Number.NaN }]
  })
  const excluded = new Set([...firms].map((firm) => view.parties.id(firm)))
  const found = substitutes({ excluded, nodes: [node], members, spare, days }).firms
  return {
    chainName: view.index.nameOf(chain),
    nodeName: view.index.nameOf(chain, node),
    replaces: firms.size,
    rows: found.slice(0, MOST_SHOWN).flatMap(({ firm, ring, yuan, spareYuan }) => {
      const number = view.parties.at(firm)
      if (number === undefined || ring === 'outside' || ring === 'unknown') return []
      return [
        {
          party: view.describe(number),
          near: ring,
          spareWan: Number.isNaN(spareYuan) ? null : wanText(spareYuan),
          sizeWan: Number.isNaN(yuan) ? null : wanText(yuan),
        },
      ]
    }),
    total: found.length,
  }
}

/** How near a firm is to the nearest of those that stop. */
function nearestRing(view: SupplyView, stopped: ReadonlySet<number>): (firm: number) => SupplyRing {
  const seats = [...stopped].map((firm) => view.seatOf(firm))
  const counties = new Set(seats.flatMap(({ county }) => county ?? []))
  const cities = new Set(seats.flatMap(({ city }) => city ?? []))
  const provinces = new Set(seats.flatMap(({ province }) => province ?? []))
  return (firm) => {
    const { county, city, province } = view.seatOf(firm)
    if (county !== null && counties.has(county)) return 'county'
    if (city !== null && cities.has(city)) return 'city'
    if (province === null || provinces.size === 0) return 'unknown'
    return provinces.has(province) ? 'province' : 'outside'
  }
}
