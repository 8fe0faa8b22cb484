import { headerKey } from '../register/headerText'
import { DIMENSIONS, factorOf, type Dimension } from '../regionFigures/figureUnits'

/** level 规模 (of a time span), flow 累计量, stock 期末存量, rate 增速, ratio 比值, count 个数, field 非数值填报项. */
export const INDICATOR_KINDS = ['level', 'flow', 'stock', 'rate', 'ratio', 'count', 'field'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** 报送周期. */
export const CYCLES = ['year', 'quarter', 'month'] as const
export type Cycle = (typeof CYCLES)[number]

export const DIRECTIONS = ['higher', 'lower', 'none'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Formulas that the product knows by name; an entry may also only say how others compute it. */
export const FORMULAS = [
  'sum',
  'count',
  'share',
  'growth',
  'density',
  'concentration',
  'locationQuotient',
  'completeness',
  'linkRate',
  'hhi',
  'crn',
  'shiftShareGrowth',
  'shiftShareMix',
  'shiftShareCompetitive',
  'localSupply',
] as const
export type FormulaId = (typeof FORMULAS)[number]

export interface Formula {
  /** Absent where the product stores the figure as published and only explains it. */
  id?: FormulaId
  text: string
  /** Ids of the entries it is computed from. */
  inputs?: string[]
}

/** What the register of enterprises adds up to that could be laid beside a published total (官方总数对照). */
export interface RegisterTwin {
  figure: 'enterprises' | 'revenue'
  scope: 'all' | 'above' | 'four'
  /** Why the two need not agree: 覆盖面, 口径, 时点. */
  reasons: string[]
}

/** 指标: one entry of the catalogue. */
export interface Indicator {
  id: string
  name: string
  shortName: string
  /** Stored and shown in this unit; '' for a pure number or a form field. */
  unit: string
  dimension: Dimension
  /** Decimals shown. */
  decimals: number
  kind: IndicatorKind
  definition: string
  formula?: Formula
  cycle: Cycle
  /** 责任单位: an office, never a person. */
  owner: string
  /** 统计口径. */
  scope: string
  /** 来源表 and place in it. */
  source: string
  edition: string
  direction: Direction
  /** Stored as published (官方同比 …), never computed from levels. */
  official?: true
  /** The entry whose official growth this is. */
  growthOf?: string
  /** What the source document leaves open. */
  ambiguity?: string
  registerTwin?: RegisterTwin
  /** A value outside is a mistake of entry. */
  bounds?: [number, number]
  /** Taken in as a figure of a region. */
  reported: boolean
  /** Headings seen in use. */
  aliases: string[]
}

export interface Theme {
  id: string
  name: string
  order: number
  /** Has a template workbook. */
  template?: true
}

export interface ThemeFile {
  theme: Theme
  indicators: Indicator[]
}

export interface IndicatorEntry extends Indicator {
  theme: string
}

/** 指标目录. */
export interface Catalogue {
  themes: readonly Theme[]
  indicators: readonly IndicatorEntry[]
  get(id: string): IndicatorEntry | undefined
  /** By heading or name as written in a table, units and years already gone. */
  named(name: string): IndicatorEntry | undefined
}

const GROWTH_WORDS = [
  '增速',
  '增长率',
  '同比',
  '同比增长',
  '同比增速',
  '增长速度',
  '比上年增长',
  '比上年同期增长',
  '增长',
]
const LEVEL_WORDS = ['绝对量', '绝对值', '绝对数', '总量', '累计']

export function createCatalogue(files: readonly ThemeFile[]): Catalogue {
  const sorted = [...files].sort((a, b) => a.theme.order - b.theme.order)
  const indicators = sorted.flatMap(({ theme, indicators: list }) =>
    list.map((item): IndicatorEntry => ({ ...item, theme: theme.id })),
  )
  const byId = new Map(indicators.map((item) => [item.id, item]))
  const names = new Map<string, IndicatorEntry>()
  for (const item of indicators.filter(({ reported }) => reported)) {
    for (const name of writtenNames(item, byId)) if (!names.has(name)) names.set(name, item)
  }
  return {
    themes: sorted.map(({ theme }) => theme),
    indicators,
    get: (id) => byId.get(id),
    named: (name) => names.get(headerKey(name)),
  }
}

/** Every heading that means the entry; for a growth also those of its level with 增速, 同比 … behind. */
export function writtenNames(item: Indicator, byId: ReadonlyMap<string, Indicator>): string[] {
  const own = [item.name, item.shortName, ...item.aliases]
  const level = item.growthOf === undefined ? undefined : byId.get(item.growthOf)
  const grown = level ? withWords([level.name, level.shortName, ...level.aliases], GROWTH_WORDS) : []
  const levels = item.kind === 'flow' || item.kind === 'stock' ? withWords(own, LEVEL_WORDS) : []
  return [...new Set([...own, ...grown, ...levels].map(headerKey))]
}

const withWords = (names: string[], words: string[]) => names.flatMap((name) => words.map((word) => `${name}${word}`))

/** Faults of the data, in sentences; [] where all is well. */
export function catalogueFaults(files: readonly ThemeFile[]): string[] {
  const all = files.flatMap(({ indicators }) => indicators)
  const byId = new Map(all.map((item) => [item.id, item]))
  return [
    ...repeats(
      files.map(({ theme }) => theme.id),
      '主题',
    ),
    ...repeats(
      all.map(({ id }) => id),
      '指标',
    ),
    ...all.flatMap((item) => itemFaults(item, byId)),
    ...aliasFaults(
      all.filter(({ reported }) => reported),
      byId,
    ),
  ]
}

const repeats = (ids: string[], what: string) =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what}标识 ${id} 重复`)

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u
/** A person's name or number has no place in the catalogue. */
const PERSONAL = /先生|女士|同志|1[3-9]\d{9}/u

function itemFaults(item: Indicator, byId: ReadonlyMap<string, Indicator>): string[] {
  const says = (wrong: boolean, what: string) => (wrong ? [`${item.id}：${what}`] : [])
  const { formula, bounds } = item
  return [
    ...says(!ID.test(item.id), '标识应为小写字母、数字和连字符'),
    ...says(
      [item.name, item.definition, item.owner, item.source, item.edition].some((text) => text.trim() === ''),
      '缺少名称、定义、责任单位、来源或版本',
    ),
    ...says(PERSONAL.test(item.owner), '责任单位不能是个人'),
    ...says(!INDICATOR_KINDS.includes(item.kind), `没有类型 ${item.kind}`),
    ...says(!CYCLES.includes(item.cycle), `没有周期 ${item.cycle}`),
    ...says(!DIRECTIONS.includes(item.direction), `没有方向 ${item.direction}`),
    ...says(!(item.dimension in DIMENSIONS), `没有量纲 ${item.dimension}`),
    ...says(item.dimension in DIMENSIONS && factorOf(item.dimension, item.unit) === null, '单位不属于其量纲'),
    ...says(!Number.isInteger(item.decimals) || item.decimals < 0 || item.decimals > 6, '小数位应为 0—6'),
    ...says(item.kind === 'field' && item.reported, '非数值填报项不能作为区域指标导入'),
    ...says(bounds !== undefined && bounds[0] >= bounds[1], '上下限颠倒'),
    ...says(formula?.id !== undefined && !FORMULAS.includes(formula.id), `没有公式 ${formula?.id ?? ''}`),
    ...(formula?.inputs ?? []).flatMap((id) => says(!byId.has(id), `公式引用了不存在的指标 ${id}`)),
    ...says(item.growthOf !== undefined && !byId.has(item.growthOf), `对应的总量指标 ${item.growthOf ?? ''} 不存在`),
    ...says(item.registerTwin !== undefined && !isTwinSound(item), '名录对照只用于可导入的金额或家数，并说明原因'),
    ...says(item.kind === 'rate' && item.growthOf !== undefined && item.official !== true, '官方增速应照公布数存储'),
  ]
}

/** 亿元 beside revenue, 家 beside a count; a difference without a reason would only alarm. */
function isTwinSound({ reported, registerTwin, dimension, unit }: Indicator): boolean {
  const isAlike = registerTwin?.figure === 'revenue' ? unit === '亿元' : dimension === 'count'
  return reported && isAlike && (registerTwin?.reasons.length ?? 0) > 0
}

/** One heading may mean one indicator only. */
function aliasFaults(items: Indicator[], byId: ReadonlyMap<string, Indicator>): string[] {
  const owner = new Map<string, string>()
  return items.flatMap((item) =>
    writtenNames(item, byId).flatMap((name) => {
      const other = owner.get(name)
      owner.set(name, item.id)
      return other === undefined || other === item.id ? [] : [`列名“${name}”同时指 ${other} 和 ${item.id}`]
    }),
  )
}
