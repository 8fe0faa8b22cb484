import type { Dataset, DivisionMode, Scope } from '@contract/common'
import { ChainKey, Period, RegionCode } from '@contract/common'
import type { ClusterIndicator } from '@contract/clusters'
import { MOST_COMPARED } from '@contract/compare'
import { AreaRing } from '@contract/enterprises'
import { choiceParam, optionalParam, type QueryParams } from '@/lib/queryParam'
import { NETWORK_PARAMS, type NetworkChoices } from './networkParams'

export const DEFAULT_REGION = '210000'
const SEARCH_MAX = 64

/** 分级方法: 分位数 / 自然间断 / 固定分级. */
export type Classing = 'quantile' | 'jenks' | 'fixed'

export interface ViewState extends NetworkChoices {
  region: string
  /** null: the first chain of the region. */
  chain: string | null
  /** null: the newest period with data. */
  period: string | null
  scope: Scope
  mode: DivisionMode
  /** null: real data where there is any. */
  dataset: Dataset | null
  node: string | null
  show: 'graph' | 'table'
  q: string
  /** What the map of clusters shows. */
  indicator: ClusterIndicator
  classing: Classing
  /** Parts of a province on the map of clusters. */
  level: 'county' | 'city'
  /** 地区对比: codes in the order they are shown. */
  compared: readonly string[]
  /** What the right one of two maps shows. */
  second: ClusterIndicator
  /** 统计期 of the right map; null: the same as the left. */
  secondPeriod: string | null
  /** 企业点位. */
  points: 'off' | 'on'
  /** 圈选范围 in the system that the map is drawn in; null: no selection. */
  area: string | null
  /** 供应关系 are reported by the year; null: the newest year with any. */
  year: string | null
  /** 推演停摆: what stops, as the page writes it; null: nothing chosen yet. */
  stop: string | null
  /** 推演停摆: the assumptions that differ from the defaults; null: none does. */
  assume: string | null
  /** 关键环节: the weights that differ from the defaults; null: none does. */
  weights: string | null
}

const isPeriod = (text: string): text is string => Period.safeParse(text).success
const isKey = (text: string): text is string => ChainKey.safeParse(text).success
const isYear = (text: string): text is string => /^\d{4}$/.test(text)
const KEY = '[a-z\\d]+(?:-[a-z\\d]+)*'
const STOP = `(?:firm:(?:[\\dA-Z]{18}|name:[^,]{1,300})|place:\\d{6}(?:@${KEY})?|node:${KEY}/${KEY})`
/** A firm, a place (of a chain) or a node of a chain; at most twenty of them. */
const STOPS = new RegExp(`^${STOP}(?:,${STOP}){0,19}$`, 'u')
const isStops = (text: string): text is string => STOPS.test(text)
/** Names and numbers, as `days:60,cut:50`. */
const isSettings = (text: string): text is string => /^[a-z\d]+:[\d.]+(?:,[a-z\d]+:[\d.]+){0,9}$/.test(text)
const isArea = (text: string): text is string => AreaRing.safeParse(text).success
/** Nothing compared; one object, so that it is known again. */
const NOBODY: readonly string[] = []
/** One region is not a comparison yet, but may stand in the address while others are chosen. */
function readCodes(text: string): readonly string[] | undefined {
  const codes = text.split(',')
  const isSound = codes.length <= MOST_COMPARED && new Set(codes).size === codes.length
  return isSound && codes.every((code) => RegionCode.safeParse(code).success) ? codes : undefined
}
const isDataset = (text: string): text is Dataset => text === 'real' || text === 'demo'

/** Every shareable choice, once. */
export const VIEW_PARAMS: QueryParams<ViewState> = {
  region: {
    name: 'region',
    label: '地区',
    fallback: DEFAULT_REGION,
    parse: (text) => (RegionCode.safeParse(text).success ? text : undefined),
    format: (code) => code,
  },
  chain: optionalParam('chain', '产业链', isKey),
  period: optionalParam('period', '统计期', isPeriod),
  scope: choiceParam('scope', '统计口径', ['all', 'above', 'four']),
  mode: choiceParam('mode', '区划口径', ['current', 'asof']),
  dataset: optionalParam('dataset', '数据', isDataset),
  node: optionalParam('node', '环节', isKey),
  show: choiceParam('show', '显示方式', ['graph', 'table']),
  q: {
    name: 'q',
    label: '查找内容',
    fallback: '',
    parse: (text) => (Array.from(text).length <= SEARCH_MAX ? text.trim() : undefined),
    format: (text) => text || undefined,
  },
  indicator: choiceParam('indicator', '地图指标', [
    'enterprises',
    'revenue',
    'concentration',
    'quotient',
    'honoured',
    'aboveScale',
    'growth',
  ]),
  classing: choiceParam('classing', '分级方法', ['quantile', 'jenks', 'fixed']),
  level: choiceParam('level', '地图层级', ['county', 'city']),
  compared: {
    name: 'with',
    label: '对比地区',
    fallback: NOBODY,
    parse: readCodes,
    format: (codes) => codes.join(',') || undefined,
  },
  second: choiceParam('second', '右图指标', [
    'quotient',
    'enterprises',
    'revenue',
    'concentration',
    'honoured',
    'aboveScale',
    'growth',
  ]),
  secondPeriod: optionalParam('period2', '右图统计期', isPeriod),
  points: choiceParam('points', '企业点位', ['off', 'on']),
  area: optionalParam('area', '圈选范围', isArea),
  ...NETWORK_PARAMS,
  year: optionalParam('year', '供应关系年份', isYear),
  stop: optionalParam('stop', '停摆对象', isStops),
  assume: optionalParam('assume', '推演假设', isSettings),
  weights: optionalParam('weights', '关键度权重', isSettings),
}
