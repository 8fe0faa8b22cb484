import type { ChainPack } from '@domain/chain/pack'
import type { KindId } from '@domain/register/kinds'
import { BUILT_IN_PACKS, regionBook } from '../catalogue'
import { YEARS } from './accounts'
import { createCountyBook } from './counties'
import { csvFile, type Cell } from './csvFile'
import { demoOfficialTotals } from './officialTotals'
import { demoEnterprises, type DemoEnterprise } from './enterprises'
import { demoHonours, type DemoHonour } from './honours'
import { demoLeaders, type DemoLeader } from './leaders'
import { demoGroups } from './groups'
import { demoLinks } from './links'
import { demoPlaces } from './places'
import { demoPrescreening, PRESCREEN_HEADINGS } from './prescreening'
import { demoRegionFigures } from './regionFigures'
import { demoTrades, type DemoTrade } from './trades'

/** A file as an official would upload it, with the answers to the questions of the upload form. */
export interface DemoFile {
  name: string
  fields: { kind: KindId; province: string; provider: string; period: string; scope: 'all' }
  content: Uint8Array
}

const PROVINCE = '210000'
const PERIOD = '2025'

/**
 * 演示数据: files about enterprises that do not exist, and figures of regions that nobody measured. The register comes
 * first, because the lists refer to it; of the figures the ones that add up come last, as the newest source is shown.
 */
export function demoFiles(packs: readonly ChainPack[] = BUILT_IN_PACKS): DemoFile[] {
  const enterprises = demoEnterprises(packs, createCountyBook(regionBook(), PROVINCE))
  const leaders = demoLeaders(enterprises)
  const figures = demoRegionFigures(regionBook(), PROVINCE)
  return [
    file('register', '企业名录', registerContent(enterprises, demoGroups(enterprises, leaders))),
    file('honours', '荣誉名单', honoursContent(demoHonours(enterprises))),
    file('leaders', '链主名单', leadersContent(leaders, packs)),
    file('links', '供应关系', linksContent(demoTrades(demoLinks(packs, enterprises, leaders), leaders))),
    file('figures', '地区生产总值另一口径', figures.otherwise, '演示·某统计口径'),
    file('figures', '规上工业总数', demoOfficialTotals(enterprises, regionBook(), PROVINCE, PERIOD), '演示·统计公报'),
    file('figures', '区域指标', figures.all),
  ]
}

function file(kind: KindId, title: string, content: Uint8Array, provider = '演示数据'): DemoFile {
  const fields = { kind, province: PROVINCE, provider, period: PERIOD, scope: 'all' as const }
  return { name: `演示数据-${title}-${PERIOD}.csv`, fields, content }
}

const REGISTER_HEADINGS = [
  '企业名称',
  '统一社会信用代码',
  '所属市',
  '所属区县',
  '注册地址',
  '主要产品或服务',
  '行业代码',
  '是否纳入统计范围',
  '成立日期',
  ...YEARS.map((year) => `${year}年营业收入（万元）`),
  ...YEARS.map((year) => `${year}年从业人员期末人数（人）`),
  ...YEARS.map((year) => `${year}年综合能耗（吨标准煤）`),
  '经度（GCJ-02）',
  '纬度（GCJ-02）',
  ...PRESCREEN_HEADINGS,
  '母公司统一社会信用代码',
  '母公司名称',
]

function registerContent(
  enterprises: readonly DemoEnterprise[],
  parents: ReadonlyMap<string, DemoEnterprise>,
): Uint8Array {
  const places = demoPlaces(enterprises)
  const answers = demoPrescreening(enterprises)
  const rows = enterprises.map((one, at): Cell[] => [
    one.name,
    one.creditCode,
    one.county.city,
    one.county.name,
    one.address,
    one.products,
    one.industryCode,
    one.inStatScope,
    one.registeredOn,
    ...one.years.map(({ revenue }) => revenue),
    ...one.years.map(({ employees }) => employees),
    ...one.years.map(({ energy }) => energy),
    places[at]?.[0].toFixed(6) ?? null,
    places[at]?.[1].toFixed(6) ?? null,
    ...(answers[at] ?? []),
    parents.get(one.creditCode)?.creditCode ?? null,
    parents.get(one.creditCode)?.name ?? null,
  ])
  return csvFile(REGISTER_HEADINGS, rows)
}

function honoursContent(honours: readonly DemoHonour[]): Uint8Array {
  const rows = honours.map(({ holder, title, level, batch, grantedOn, validFrom, validTo, status }): Cell[] => [
    holder.name,
    holder.creditCode,
    title,
    level,
    batch,
    grantedOn,
    validFrom,
    validTo,
    status,
  ])
  const headings = [
    '企业名称',
    '统一社会信用代码',
    '荣誉名称',
    '级别',
    '批次',
    '认定日期',
    '有效期起',
    '有效期止',
    '状态',
  ]
  return csvFile(headings, rows)
}

function leadersContent(leaders: readonly DemoLeader[], packs: readonly ChainPack[]): Uint8Array {
  const rows = leaders.map(({ enterprise, seat }): Cell[] => {
    const pack = packs.find(({ id }) => id === seat.chain)
    const node = pack?.nodes.find(({ id }) => id === seat.node)
    return [enterprise.name, enterprise.creditCode, pack?.name ?? '', node?.name ?? '', PERIOD]
  })
  return csvFile(['企业名称', '统一社会信用代码', '产业链', '环节', '年份'], rows)
}

const TRADE_HEADINGS = [
  '供应商名称',
  '供应商信用代码',
  '采购商名称',
  '采购商信用代码',
  '产品',
  '年份',
  '金额（万元）',
  '份额（%）',
  '依据',
  '来源文件',
  '日期',
  'TTR（天）',
  'TTS（天）',
  '可替代供应商数',
]

function linksContent(trades: readonly DemoTrade[]): Uint8Array {
  const rows = trades.map((trade): Cell[] => [
    trade.supplier.name,
    trade.supplier.creditCode,
    trade.buyer.name,
    trade.buyer.creditCode,
    trade.product,
    trade.year,
    trade.amount,
    trade.share,
    trade.basis,
    trade.document,
    trade.statedOn,
    trade.ttr,
    trade.tts,
    trade.alternates,
  ])
  return csvFile(TRADE_HEADINGS, rows)
}
