import type { Region, RegionBook } from '@domain/region/regionBook'
import { csvFile, type Cell } from './csvFile'
import { createRandom, type Random } from './random'

const YEARS = [2021, 2022, 2023, 2024, 2025] as const

/** Amounts in hundredths of the unit of their column: whole numbers add up to the last digit. */
interface Levels {
  primary: number
  secondary: number
  tertiary: number
  retail: number
  budget: number
  population: number
  energy: number
  co2: number
}

/** A region in one year; growth in %. */
interface Year {
  levels: Levels
  industrialGrowth: number
  investmentGrowth: number
}

const LEVEL_IDS = ['primary', 'secondary', 'tertiary', 'retail', 'budget', 'population', 'energy', 'co2'] as const
/** What a county may fail to report; output and people are always known. */
const MAY_BE_BLANK = ['retail', 'budget', 'energy', 'co2'] as const

const HEADINGS = [
  '区划代码',
  '地区',
  '年份',
  '地区生产总值（亿元）',
  '第一产业增加值（亿元）',
  '第二产业增加值（亿元）',
  '第三产业增加值（亿元）',
  '社会消费品零售总额（亿元）',
  '一般公共预算收入（亿元）',
  '常住人口（万人）',
  '综合能源消费量（万吨标准煤）',
  '二氧化碳排放量（万吨）',
  '规上工业增加值增速（%）',
  '固定资产投资增速（%）',
]

/** The two cities of which the other provider has its own view, with how far its output lies off. */
const SEEN_OTHERWISE: readonly (readonly [code: string, factor: number])[] = [
  ['210100', 1.043],
  ['210200', 0.968],
]

export interface DemoRegionFigures {
  /** Province, cities and counties: sectors make output, counties their city, cities the province. */
  all: Uint8Array
  /** Output of two cities by another provider, in another unit, who disagrees. */
  otherwise: Uint8Array
}

/** 区域指标 that nobody measured: drawn for each county, summed for its city and the province. */
export function demoRegionFigures(regions: RegionBook, province: string): DemoRegionFigures {
  const whole = regions.get(province)
  if (!whole) throw new RangeError(`No region ${province}`)
  const cities = regions.children(province).map((city) => {
    const counties = regions.children(city.code).map((county) => ({ region: county, years: drawCounty(county) }))
    return { region: city, counties, years: sumOf(counties) }
  })
  const rows = [
    ...rowsOf(whole, sumOf(cities), false),
    ...cities.flatMap(({ region, years, counties }) => [
      ...rowsOf(region, years, false),
      ...counties.flatMap((county) => rowsOf(county.region, county.years, true)),
    ]),
  ]
  const otherRows = SEEN_OTHERWISE.flatMap(([code, factor]) => {
    const city = cities.find(({ region }) => region.code === code)
    return (city?.years ?? []).map(({ levels }, at): Cell[] => [
      code,
      city?.region.name ?? '',
      YEARS[at] ?? '',
      // 亿元 in hundredths to 万元.
      Math.round(outputOf(levels) * factor) * 100,
    ])
  })
  return {
    all: csvFile(HEADINGS, rows),
    otherwise: csvFile(['区划代码', '地区', '年份', '地区生产总值（万元）'], otherRows),
  }
}

const outputOf = ({ primary, secondary, tertiary }: Levels) => primary + secondary + tertiary

/** The years of a county, from a year before the first on. */
function drawCounty({ code, name }: Region): Year[] {
  const random = createRandom(`region figures of ${code}`)
  const isDistrict = name.endsWith('区')
  const isLarge = code.startsWith('2101') || code.startsWith('2102')
  const output = random.between(60, 300) * (isLarge ? 2.2 : 1) * 100
  const primary = output * (isDistrict ? random.between(0.005, 0.04) : random.between(0.12, 0.28))
  const secondary = output * random.between(0.28, 0.52)
  const habits = {
    retail: random.between(0.28, 0.44),
    budget: random.between(0.05, 0.1),
    /** 吨标准煤 a 万元, which is 万吨 a 亿元. */
    energy: random.between(0.3, 0.9),
    co2: random.between(2.2, 2.6),
  }
  let sectors = { primary, secondary, tertiary: output - primary - secondary }
  let population = random.between(18, 60) * 100
  return YEARS.map(() => {
    const before = sectors
    sectors = {
      primary: before.primary * random.between(1, 1.05),
      secondary: before.secondary * random.between(0.98, 1.08),
      tertiary: before.tertiary * random.between(1.01, 1.08),
    }
    population *= random.between(0.985, 1.004)
    habits.energy *= random.between(0.96, 0.995)
    return {
      levels: levelsOf(sectors, population, habits),
      // Growth is at constant prices, and industry is not all of the sector.
      industrialGrowth: (sectors.secondary / before.secondary - 1) * 100 + random.between(-1.5, 1.5),
      investmentGrowth: random.between(-9, 14),
    }
  })
}

function levelsOf(
  sectors: Pick<Levels, 'primary' | 'secondary' | 'tertiary'>,
  population: number,
  habits: { retail: number; budget: number; energy: number; co2: number },
): Levels {
  const output = sectors.primary + sectors.secondary + sectors.tertiary
  return {
    primary: Math.round(sectors.primary),
    secondary: Math.round(sectors.secondary),
    tertiary: Math.round(sectors.tertiary),
    retail: Math.round(output * habits.retail),
    budget: Math.round(output * habits.budget),
    population: Math.round(population),
    energy: Math.round(output * habits.energy),
    co2: Math.round(output * habits.energy * habits.co2),
  }
}

/** Amounts add up; growth is weighed by what grows, 第二产业 for industry and output for investment. */
function sumOf(parts: readonly { years: readonly Year[] }[]): Year[] {
  return YEARS.map((_year, at) => {
    const own = parts.flatMap(({ years }) => years[at] ?? [])
    const sum = (of: (year: Year) => number) => own.reduce((total, year) => total + of(year), 0)
    const levels = Object.fromEntries(LEVEL_IDS.map((id) => [id, sum((year) => year.levels[id])])) as unknown as Levels
    return {
      levels,
      industrialGrowth: sum((year) => year.industrialGrowth * year.levels.secondary) / levels.secondary,
      investmentGrowth: sum((year) => year.investmentGrowth * outputOf(year.levels)) / outputOf(levels),
    }
  })
}

function rowsOf({ code, name }: Region, years: readonly Year[], hasBlanks: boolean): Cell[][] {
  const random = createRandom(`unreported figures of ${code}`)
  const blanks = hasBlanks ? drawBlanks(random) : () => false
  return years.map(({ levels, industrialGrowth, investmentGrowth }, at) => {
    const amount = (id: keyof Levels) => (blanks(id) ? null : hundredths(levels[id]))
    return [
      code,
      name,
      YEARS[at] ?? '',
      hundredths(outputOf(levels)),
      ...LEVEL_IDS.map(amount),
      industrialGrowth.toFixed(1),
      hasBlanks && random.chance(0.05) ? null : investmentGrowth.toFixed(1),
    ]
  })
}

/** 未报送: the county leaves the cell empty; its city has counted it all the same. */
function drawBlanks(random: Random): (id: keyof Levels) => boolean {
  // Some counties never have their emissions worked out.
  const withoutCarbon = random.chance(0.25)
  const mayBeBlank: readonly string[] = MAY_BE_BLANK
  return (id) => (id === 'co2' && withoutCarbon) || (mayBeBlank.includes(id) && random.chance(0.04))
}

const hundredths = (amount: number) => (amount / 100).toFixed(2)
