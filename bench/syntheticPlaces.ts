import { readFileSync } from 'node:fs'
import { toCgcs2000, type LngLat } from '@domain/geo/crs'
import { seededRandom } from './seededSample'

/** Degrees; about four kilometres, a town around its county's centre. */
const SPREAD = 0.04
/** As registers are: some give no usable address, many share a park's. */
const UNKNOWN_SHARE = 0.05
const IN_PARK_SHARE = 0.25
const PARKS_PER_COUNTY = 20

interface Outlines {
  objects: { county: { geometries: { id: number; properties: { centre: LngLat } }[] } }
}

/** Where invented enterprises stand, CGCS2000: scattered around their county's centre, or null. Repeatable. */
export function syntheticPlaces(): (county: string) => LngLat | null {
  const file = new URL('../public/geo/210000.json', import.meta.url)
  const { geometries } = (JSON.parse(readFileSync(file, 'utf8')) as Outlines).objects.county
  const random = seededRandom(11)
  const towns = new Map(
    geometries.map(({ id, properties }) => {
      const centre = toCgcs2000(properties.centre, 'GCJ-02')
      return [String(id), { centre, parks: Array.from({ length: PARKS_PER_COUNTY }, () => scatter(centre, random)) }]
    }),
  )
  return (county) => {
    const town = towns.get(county)
    const luck = random()
    if (!town || luck < UNKNOWN_SHARE) return null
    if (luck < UNKNOWN_SHARE + IN_PARK_SHARE) return town.parks[Math.floor(random() * PARKS_PER_COUNTY)] ?? null
    return scatter(town.centre, random)
  }
}

/** Normal in both directions (Box–Muller). */
function scatter([lng, lat]: LngLat, random: () => number): LngLat {
  const distance = SPREAD * Math.sqrt(-2 * Math.log(1 - random()))
  const angle = 2 * Math.PI * random()
  return [lng + distance * Math.cos(angle), lat + distance * Math.sin(angle)]
}
