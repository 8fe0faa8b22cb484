import type { RegionBook } from '@domain/region/regionBook'
import { joinOutlines } from './joinOutlines'
import { outlineTopology } from './outlineTopology'
import { readOutlines, type Outcome } from './readOutlines'

export interface OutlineOrder {
  /** GeoJSON. */
  text: string
  province: string
  allowMissing: boolean
}

export interface MadeOutlines {
  /** TopoJSON as text. */
  topology: string
  counties: number
  cities: number
}

/** Makes the outlines of a province out of a file; a large one takes a minute, so a server does it in a thread. */
export type OutlineMaker = (order: OutlineOrder) => Promise<Outcome<MadeOutlines>>

export function makeOutlines({ text, province, allowMissing }: OutlineOrder, book: RegionBook): Outcome<MadeOutlines> {
  const read = readOutlines(text)
  if ('faults' in read) return read
  const joined = joinOutlines(read.value, province, book, allowMissing)
  if ('faults' in joined) return joined
  const units = joined.value
  return {
    value: {
      topology: JSON.stringify(outlineTopology(province, units, book)),
      counties: units.length,
      cities: new Set(units.map(({ code, city }) => city ?? code)).size,
    },
    notes: [...read.notes, ...joined.notes],
  }
}
