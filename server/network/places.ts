import { COUNTRY } from '@domain/region/ancestors'
import type { RegionBook } from '@domain/region/regionBook'
import type { SupplyRing } from '@domain/indicator/localSupply'

/** Where a place lies in one reading of the divisions; null = not known so finely. */
export interface Seat {
  county: string | null
  city: string | null
  province: string | null
  /** 市 · 县. */
  label: string
}

const NOWHERE: Seat = { county: null, city: null, province: null, label: '未定位' }

/** 直辖市: the municipality is province and city in one. */
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000'])

function seatOf(regions: RegionBook, place: string, on: string): Seat {
  if (place === COUNTRY) return NOWHERE
  const path = regions.path(regions.resolve(place, on).code)
  const step = (level: string) => path.find(({ code }) => regions.level(code) === level)
  const province = step('province')?.code ?? null
  const city = step('city')?.code ?? (province !== null && MUNICIPALITIES.has(province) ? province : null)
  const names = path
    .filter(({ code }) => path.length === 1 || code !== province || code === city)
    .map(({ name }) => name)
  return { county: step('county')?.code ?? null, city, province, label: names.join(' · ') || '未定位' }
}

/** 区划 of the places of one index, read once per reading. */
export class Places {
  readonly #readings = new Map<string, Seat[]>()

  constructor(
    private readonly regions: RegionBook,
    private readonly codes: readonly string[],
  ) {}

  /** By number of the place; `on` is `current` or a day. */
  reading(on: string): (place: number) => Seat {
    const known = this.#readings.get(on) ?? this.codes.map((code) => seatOf(this.regions, code, on))
    this.#readings.set(on, known)
    return (place) => known[place] ?? NOWHERE
  }

  /** Which places lie within any of the roots; by number. */
  within(roots: readonly string[]): Uint8Array {
    const isIn = (code: string) => roots.some((root) => this.regions.isWithin(code, root))
    return Uint8Array.from(this.codes, (code) => (isIn(code) ? 1 : 0))
  }

  name(code: string): string {
    return code === COUNTRY ? '全国' : this.regions.name(code)
  }
}

/**
 * The smallest region that both sit in; a seat known to the province only is no proof of being local to a county. `unknown`
 * where either seat is not known at all.
 */
export function ringOf(own: Seat, other: Seat): SupplyRing {
  if (own.province === null || other.province === null) return 'unknown'
  if (own.county !== null && own.county === other.county) return 'county'
  if (own.city !== null && own.city === other.city) return 'city'
  return own.province === other.province ? 'province' : 'outside'
}
