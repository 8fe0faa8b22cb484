import { createLocator, type Locator } from '../region/locate'
import { baseName } from '../region/placeNames'
import type { Region, RegionBook } from '../region/regionBook'
import type { FunctionalArea } from '../region/regionData'
import type { Problem } from '../register/staged'

/** What a row says about where its figures belong. */
export interface PlaceCells {
  code: string
  place: string
  county: string
  city: string
  province: string
}

export interface PlaceFound {
  region: Region | null
  /** The day on which a code given to two places in turn is to be read; '' = that of the figure. */
  recordedOn: string
  problems: Problem[]
}

const problem = (level: Problem['level'], code: string, message: string): Problem => ({
  level,
  field: 'place',
  code,
  message,
})

const flatten = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
/** 全市, 全省, 全区, 全县 as the name of the whole. */
export const WHOLE = /^(?:全省|全市|全区|全县|全州|全国|合计|总计|共计|小计)$/u
const TOTAL_BEHIND = /(?:合计|总计|小计|共计|全市|全县|全区|全省)$/u

/** 东部, 西部地区: a class of provinces, not a place. */
const ZONE_OF_COUNTRY = /^(?:东部|中部|西部|东北|华北|华东|华中|华南|西南|西北)(?:地区)?$/u

export interface Places {
  find(cells: PlaceCells): PlaceFound
}

/** Regions of rows by code or by name; equal cells are looked up once. */
export function createPlaces(book: RegionBook, areas: readonly FunctionalArea[], batchProvince: string): Places {
  const finder = { book, locator: createLocator(book, areas), batchProvince, names: namesByCode(book) }
  const known = new Map<string, PlaceFound>()
  return {
    find(cells) {
      const key = [cells.code, cells.place, cells.county, cells.city, cells.province].join('\u0001')
      const before = known.get(key)
      if (before) return before
      const found = find(finder, cells)
      known.set(key, found)
      return found
    },
  }
}

interface Finder {
  book: RegionBook
  locator: Locator
  batchProvince: string
  /** Every name and short name that a code ever had, with the day from which it had it. */
  names: ReadonlyMap<string, Region[]>
}

function namesByCode(book: RegionBook): Map<string, Region[]> {
  const names = new Map<string, Region[]>()
  for (const region of book.all()) names.set(region.code, [...(names.get(region.code) ?? []), region])
  return names
}

function find(finder: Finder, raw: PlaceCells): PlaceFound {
  const cells = Object.fromEntries(
    Object.entries(raw).map(([key, text]) => [key, flatten(text)]),
  ) as unknown as PlaceCells
  if (ZONE_OF_COUNTRY.test(cells.place)) cells.place = ''
  const finest = (cells.county || cells.place || cells.city || cells.province).replace(TOTAL_BEHIND, '')
  const byCode = readCode(finder, cells.code)
  if (byCode) return withName(finder, byCode, finest)
  const codeNote = cells.code === '' ? '' : `代码 ${cells.code.slice(0, 12)} 不在行政区划代码表中，`
  if (finest === '') {
    const advice = `${codeNote}没有地区名称；请补填区划代码或地区名称`
    return { region: null, recordedOn: '', problems: [problem('error', 'region-missing', advice)] }
  }
  const { region, note } = byName(finder, cells, finest)
  if (!region) {
    const message = `${codeNote}“${finest.slice(0, 30)}”${note}`
    return { region: null, recordedOn: '', problems: [problem('error', 'region-unknown', message)] }
  }
  const retired = region.inForce ? [] : [retiredNote(region)]
  const miscoded =
    codeNote === '' ? [] : [problem('warning', 'region-code-unknown', `${codeNote}按名称取${region.name}；请核对`)]
  return { region, recordedOn: '', problems: [...miscoded, ...retired, ...outside(finder, region)] }
}

/** 210102, 210102000000, 2101, 21, 210102.0. */
function readCode({ book }: Finder, code: string): Region | null {
  const digits = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})(?:\.0+)?$/u.exec(code)?.[1]
  return (digits && book.get(digits.slice(0, 6).padEnd(6, '0'))) || null
}

const isNamed = (region: Region, text: string) =>
  text === '' || text.endsWith(region.name) || text.endsWith(region.shortName) || baseName(text) === region.shortName

function withName(finder: Finder, region: Region, name: string): PlaceFound {
  const bearers = finder.names.get(region.code) ?? []
  const bearer = bearers.find((other) => isNamed(other, name)) ?? null
  const own = bearer ?? region
  const differs =
    name !== '' && bearer === null && !WHOLE.test(name)
      ? [
          problem(
            'warning',
            'region-name-differs',
            `代码 ${region.code} 是${region.name}，名称写的是“${name.slice(0, 30)}”；按代码收下，请核对`,
          ),
        ]
      : []
  const retired = finder.book.get(region.code)?.inForce ? [] : [retiredNote(own)]
  // A code that two places had in turn is told apart by the name, else by the day of the figure.
  const recordedOn =
    bearers.length > 1 && bearer && name !== '' ? (bearer.inForce ? '9999-12-31' : bearer.from || '1981-01-01') : ''
  return {
    region: { ...region, name: own.name },
    recordedOn,
    problems: [...differs, ...retired, ...outside(finder, region)],
  }
}

const retiredNote = (region: Region) =>
  problem(
    'warning',
    'region-retired',
    `${region.name}（${region.code}）已撤并或改名，按原区划收下，展示时归到现在的区划`,
  )

function outside({ book, batchProvince }: Finder, region: Region): Problem[] {
  if (batchProvince === '100000' || book.isWithin(region.code, batchProvince)) return []
  const where = book.path(region.code)[0]?.name ?? region.code
  return [
    problem(
      'warning',
      'region-outside',
      `${region.name}在${where}，不在本批次省份；按其所在地收下，如省份选错请重新导入`,
    ),
  ]
}

type Named = { region: Region | null; note: string }
const UNKNOWN = '不是已知的行政区划；请核对写法，或改填 6 位区划代码'

function byName(finder: Finder, cells: PlaceCells, finest: string): Named {
  const { book, batchProvince } = finder
  const province = provinceNamed(book, cells.province) ?? (batchProvince === '100000' ? null : batchProvince)
  if (province === null || provinceNamed(book, finest)) return nationwide(book, cells, finest)
  const declared = { province, declaredCounty: finest, declaredCity: cells.city || undefined }
  const { code, by } = finder.locator.locate(declared)
  const region = code === null || by !== 'declared' ? undefined : book.get(code)
  // A coarser answer than was asked for is no answer: the figures of a county are not its city's.
  if (region && bears(finder, region, finest)) return { region, note: '' }
  return { region: null, note: ambiguity(book, province, finest) ?? UNKNOWN }
}

const bears = ({ names }: Finder, region: Region, text: string) =>
  (names.get(region.code) ?? [region]).some((other) => isNamed(other, text)) ||
  text.endsWith(`${baseName(region.name)}县`)

function ambiguity(book: RegionBook, province: string, name: string): string | null {
  const same = [...book.all()].filter(
    (region) =>
      region.inForce && isNamed(region, name) && book.isWithin(region.code, province) && region.level !== 'province',
  )
  if (same.length < 2) return null
  const where = same.slice(0, 3).map(({ code }) =>
    book
      .path(code)
      .map((step) => step.name)
      .slice(1)
      .join(''),
  )
  return `在本省不止一处（${where.join('、')}）；请补填所属市或区划代码`
}

function provinceNamed(book: RegionBook, text: string): string | null {
  if (text === '') return null
  return book.provinces().find(({ name, shortName }) => name === text || shortName === text)?.code ?? null
}

/** Without a province a full name must be the only one in the country. */
function nationwide(book: RegionBook, cells: PlaceCells, finest: string): Named {
  const province = provinceNamed(book, finest)
  if (province) return { region: book.get(province) ?? null, note: '' }
  const wanted = cells.city !== '' && cells.city !== finest ? cells.city : null
  const all = [...book.all()].filter(({ name, level }) => level !== 'country' && name === finest)
  const fitting = all.filter(({ code }) => wanted === null || book.path(code).some(({ name }) => name === wanted))
  const inForce = fitting.filter((region) => region.inForce)
  const candidates = new Map((inForce.length > 0 ? inForce : fitting).map((region) => [region.code, region]))
  const [only] = candidates.values()
  if (only && candidates.size === 1) return { region: only, note: '' }
  return { region: null, note: candidates.size === 0 ? UNKNOWN : '全国不止一处；请补填省、市或区划代码' }
}
