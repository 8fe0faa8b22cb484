import { demoCreditCode } from '../demo/creditCodes'
import { PER_DEGREE, PointCollector, type PackedPoints } from './packedPoints'

export type Place = [lng: number, lat: number]

/** The text that the database hands over. */
export const chunkOf = (places: readonly Place[], from = 0) =>
  places
    .map(([lng, lat], index) => {
      const degrees = [lng, lat].map((angle) => Math.round(angle * PER_DEGREE))
      return [demoCreditCode(from + index), ...degrees].join(',')
    })
    .join(';')

export function packed(places: readonly Place[]): PackedPoints {
  const collector = new PointCollector()
  collector.add(chunkOf(places))
  return collector.finish()
}

/** A town on a grid that is not quite regular, some hundred metres apart. */
export const town = (count: number, [lng, lat]: Place = [123.4, 41.8]): Place[] =>
  Array.from({ length: count }, (_none, at) => [
    lng + ((at * 7919) % 1000) / 10_000 + (at % 13) / 1e6,
    lat + ((at * 104_729) % 997) / 10_000 + (at % 11) / 1e6,
  ])
