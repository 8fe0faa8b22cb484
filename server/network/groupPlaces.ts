import type { SupplyView } from './supplyView'

export type PlaceBy = 'county' | 'node'

/** Where firms stand together. */
export interface GroupPlace {
  id: string
  name: string
  /** 按县聚合时的县. */
  county: string | null
}

/** Firms to places, by numbers: there are many firms and few places. */
export interface GroupPlaces {
  number(firm: number): number
  place(number: number): GroupPlace
}

const NOBODY_KNOWS = '_'

export const groupPlaces = (view: SupplyView, by: PlaceBy, chain: string | undefined): GroupPlaces =>
  by === 'county' ? countyPlaces(view) : nodePlaces(view, chain)

/** Numbers places; two that are called alike by id are one. `keyOf` must stay small. */
function numbered(keyOf: (firm: number) => number, placeOf: (firm: number) => GroupPlace): GroupPlaces {
  const byKey: (number | undefined)[] = []
  const byId = new Map<string, number>()
  const places: GroupPlace[] = []
  return {
    number(firm) {
      // Not known is -1.
      const key = keyOf(firm) + 1
      const known = byKey[key]
      if (known !== undefined) return known
      const place = placeOf(firm)
      const number = byId.get(place.id) ?? places.push(place) - 1
      byId.set(place.id, number)
      byKey[key] = number
      return number
    },
    place: (number) => places[number] ?? { id: NOBODY_KNOWS, name: '', county: null },
  }
}

/** By county, or by the finest division that is known. */
const countyPlaces = (view: SupplyView): GroupPlaces =>
  numbered(
    (firm) => view.parties.placeOf(firm),
    (firm) => {
      const { county, city, province, label } = view.seatOf(firm)
      const code = county ?? city ?? province
      if (code === null) return { id: `county:${NOBODY_KNOWS}`, name: '未定位', county: null }
      return { id: `county:${code}`, name: county === null ? `${label}（未定位到区县）` : label, county }
    },
  )

/** By the first node it stands on, of the chain that is looked at if it is on it. */
const nodePlaces = (view: SupplyView, chain: string | undefined): GroupPlaces =>
  numbered(
    (firm) => view.parties.seatNumber(firm, chain),
    (firm) => {
      const seat = view.parties.seatAt(view.parties.seatNumber(firm, chain))
      if (!seat) return { id: `node:${NOBODY_KNOWS}`, name: '未挂链', county: null }
      const name = `${view.index.nameOf(seat.chain)} · ${view.index.nameOf(seat.chain, seat.node)}`
      return { id: `node:${seat.chain}/${seat.node}`, name, county: null }
    },
  )
