import type { Region, RegionBook } from '@domain/region/regionBook'
import { createRandom, type Random, type Weighted } from './random'

export interface County {
  code: string
  name: string
  shortName: string
  city: string
}

/** Rough shares of the fourteen cities in the province's enterprises. */
const CITY_SHARES: Record<string, number> = {
  '210100': 22,
  '210200': 22,
  '210300': 8,
  '210400': 5,
  '210500': 4,
  '210600': 5,
  '210700': 6,
  '210800': 6,
  '210900': 4,
  '211000': 4,
  '211100': 5,
  '211200': 4,
  '211300': 5,
  '211400': 5,
}

/** The counties of a province, with the weight each has for trades that are found everywhere. */
export interface CountyBook {
  all: readonly County[]
  /** Anywhere, as people live. */
  anywhere(random: Random): County
  /** By shares of named counties; unknown codes are passed over. */
  among(shares: Record<string, number>, random: Random): County
}

export function createCountyBook(regions: RegionBook, province: string): CountyBook {
  const random = createRandom(`counties of ${province}`)
  const spread = regions.children(province).flatMap((city) => weigh(regions.children(city.code), city, random))
  const byCode = new Map(spread.map(([county]) => [county.code, county]))
  const anywhere = (chance: Random) => chance.weighted(spread)
  return {
    all: spread.map(([county]) => county),
    anywhere,
    among: (shares, chance) => {
      const known = Object.entries(shares).flatMap(([code, share]): Weighted<County>[] => {
        const county = byCode.get(code)
        return county ? [[county, share]] : []
      })
      return known.length === 0 ? anywhere(chance) : chance.weighted(known)
    },
  }
}

function weigh(counties: readonly Region[], city: Region, random: Random): Weighted<County>[] {
  return counties.map(({ code, name, shortName }) => [
    { code, name, shortName, city: city.name },
    ((CITY_SHARES[city.code] ?? 5) / counties.length) * random.between(0.6, 1.4),
  ])
}
