/**
 * 判定标准 of 会前体检, all in one place, each with its reason; THRESHOLD_WORDS says them to the reader. A number here is
 * a decision of the product, not of a statistical standard, unless its reason names one.
 */

/** Parts and their whole may differ by rounding: half a unit of the last written digit for each number added. */
export const ROUNDING_HALF = '0.5'

/** Yearbooks round each number by itself, some to whole 亿元: 5 in 10,000 is nobody's mistake. */
export const TOTAL_NOISE = 0.0005

/** 合计不符: up to 1 % comes of separate accounting (分级核算); beyond 5 % nobody can explain it at the table. */
export const TOTAL_NOTE = 0.01
export const TOTAL_RED = 0.05

/** 两处不同: provisional and final figures of one year lie within 5 %; the rest are two concepts under one name. */
export const SOURCES_RED = 0.05

/** 单位: 亿元 for 万元 is 10⁴ times; half and double leave room for a year's growth, not for another power of ten. */
export const POWERS = [10_000, 1000, 100, 10] as const
/** How far a jump may lie from the power of ten: √10 would touch the next power, growth is rarely 1.6 times. */
export const POWER_SLACK = 1.6
/** For 10 and 100 the figure must fall back by the same power, and stand out from its sisters: tenfold growth exists. */
export const SMALL_POWER_SLACK = 1.25

/** A county of 1/3000 or 3000 times the median of its sisters is another unit, not another county. */
export const SISTER_FACTOR = 3000
/** Fewer sisters have no median worth the name. */
export const FEWEST_SISTERS = 5

/** 缺报: asked of a region only where at least half of its sisters have the figure. */
export const SISTERS_HAVE = 0.5
/** 覆盖率: below 80 % a sum is told with its coverage, below 50 % it does not describe the region. */
export const COVERAGE_AMBER = 0.8
export const COVERAGE_RED = 0.5

/** 未定位: 5 % of enterprises without a county shift ranks of counties; 20 % make county figures meaningless. */
export const UNLOCATED_AMBER = 0.05
export const UNLOCATED_RED = 0.2

/** 企业营业收入 moves more freely than a county's: three times either way of 10⁴. */
export const ENTERPRISE_JUMP = { least: 3333, most: 30_000 } as const

/** 挂链率: of a register of all trades a few chains hold a tenth at most times; under 5 % suggests product columns unread. */
export const LINKED_AMBER = 0.05

/** Register that are more than two years old are told in red, as with any figure reported by year (数据新鲜度). */
export const REGISTER_CYCLE = 'year'

/** What one part lists; the rest is counted. */
export const MOST_LISTED = 20

/** Above this the walk over single enterprises keeps to those on the chain, so that an answer takes seconds. */
export const MOST_WALKED = 200_000

export const THRESHOLD_WORDS: readonly string[] = [
  '过期：数据新鲜度 = 距统计期末的时间 ÷ 报送周期，1—2 为要看，超过 2 为须改；名录按年。称号按有效期止逐日判断。',
  '缺报：至少一半的同级地区有数时，没有数的地区算缺报；营业收入报送率低于 80% 为要看，低于 50% 为须改。',
  '合计不符：先扣除四舍五入（每个相加的数允许末位的一半，差万分之五以内不算），差 1% 以内为提示（分级核算常见），1%—5% 为要看，超过 5% 为须改；只在下级都有数，或下级之和已大于上级时判定。',
  '部分大于整体、超出指标目录上下限：须改。名录合计大于上报的集群规模：须改（名录只列部分企业，合计不应大于集群规模）。',
  '单位异常：与前后两期都相差 1 万倍或 1 千倍左右（允许 1.6 倍出入）为须改；相差 100 倍、10 倍（允许 1.25 倍出入）且只有这个地区这样，为要看；与同级地区中位数相差 3000 倍以上为要看；企业营业收入与上年相差约 1 万倍为须改。',
  '两处不同：相差超过较粗一个来源的四舍五入为要看，超过 5% 为须改。',
  '可疑数值：规模、存量、个数为负为须改（利润除外）；前后两期都不为零而这一期为零，为要看；规上企业营业收入为零，为要看。',
  '未定位到县的企业超过 5% 为要看，超过 20% 为须改；挂链率低于 5% 为要看。',
  '名录超过 20 万家时，逐家核对只查所选产业链上的企业，并在该项注明；每项至多列 20 条，其余给出条数。',
]

/** 其中项: the first can never be more than the second. */
export const PART_OF: readonly (readonly [part: string, whole: string])[] = [
  ['cluster-above-scale', 'cluster-enterprises'],
  ['little-giant', 'specialised'],
  ['industrial-electricity', 'electricity'],
  ['industrial-energy', 'energy-consumption'],
  ['rd-expenditure', 'gdp'],
  ['industrial-profit', 'industrial-revenue'],
]

/** Identities of the national accounts beside the sums that the catalogue declares. */
export const MADE_OF: readonly { whole: string; parts: readonly string[] }[] = [
  { whole: 'gdp', parts: ['primary', 'secondary', 'tertiary'] },
]

/** May be below zero. */
export const MAY_BE_NEGATIVE: readonly string[] = [
  'industrial-profit',
  'shift-growth',
  'shift-mix',
  'shift-competitive',
]
