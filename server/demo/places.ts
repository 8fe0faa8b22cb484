import type { LngLat } from '@domain/geo/crs'
import type { DemoEnterprise } from './enterprises'
import parkFile from './parks.json'
import { createRandom, seedOf, type Random } from './random'

/** Firms of one chain in one county keep together: this share of them is in the same 园区. */
const SAME_PARK = 0.6
const WITH_PLACE = 0.9
/** Kilometres round the centre of a park. */
const REACH_KM = 0.6
const KM_PER_DEGREE = 111.32

const parks = new Map(
  Object.entries(parkFile.parks).map(([county, text]) => [county, text.split(';').map((pair) => readPair(pair))]),
)

function readPair(pair: string): LngLat {
  const [lng = NaN, lat = NaN] = pair.split(',').map(Number)
  return [lng, lat]
}

/**
 * 坐标 of the demonstration's firms, GCJ-02 like the outlines that the parks were drawn in; null for those that gave
 * none. Chance of its own: the other columns do not depend on it.
 */
export function demoPlaces(enterprises: readonly DemoEnterprise[]): (LngLat | null)[] {
  const random = createRandom('coordinates')
  return enterprises.map(({ county, seat }) => {
    const given = random.chance(WITH_PLACE)
    const own = parks.get(county.code)
    if (!given || !own) return null
    const usual = own[seedOf(`${seat?.chain ?? 'everyday'} ${county.code}`) % own.length]
    return near(usual && seat && random.chance(SAME_PARK) ? usual : random.pick(own), random)
  })
}

/** Anywhere in the disc, the middle as dense as the rim. */
function near([lng, lat]: LngLat, random: Random): LngLat {
  const distance = (REACH_KM * Math.sqrt(random.next())) / KM_PER_DEGREE
  const angle = random.between(0, 2 * Math.PI)
  const east = (distance * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180)
  return [lng + east, lat + distance * Math.sin(angle)]
}
