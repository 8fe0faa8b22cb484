import type { z } from 'zod'
import type { PeerQuery, PeerRule, Peers } from '@contract/compare'
import type { ChainPack } from '@domain/chain/pack'
import {
  eligible,
  FEWEST_ENTERPRISES,
  largest,
  nearestBySize,
  nearestByStructure,
  type Peer,
  type PeerCandidate,
} from '@domain/compare/peers'
import { roundHalfUp } from '@domain/indicator/rounding'
import { requirePack } from './chainEditions'
import { regionsBelow } from './clusterRows'
import { chooseRegion, cityNameOf, type Chosen } from './compareRegions'
import { readGroupCounts, type GroupCounts } from './compareRows'
import { frameIn, settingOf } from './compareSetting'
import { maySee, type SourceContext } from './context'
import type { Principal } from './principal'

type Query = z.output<typeof PeerQuery>

/** 选同类: regions of the same level in the same province that a rule puts beside this one. */
export async function readPeers(context: SourceContext, principal: Principal, query: Query): Promise<Peers> {
  const region = chooseRegion(context, principal, query.region, 'region')
  const setting = await settingOf(context, [region.province], query)
  const pack = await requirePack(context, query.chain)
  const frame = await frameIn(context, principal, setting, region.province)
  const codes = (await regionsBelow(context, frame, region.level)).filter((code) => maySee(context, principal, code))
  const counts = await readGroupCounts(context, frame, pack.id, [...codes, region.code])
  const candidate = (code: string) => candidateOf(code, counts.get(code), pack)
  const own = candidate(region.code)
  const pool = eligible(own, sistersOf(context, query.rule, region, codes).map(candidate))
  const peers = chosenBy(query.rule, own, pool)
  return {
    region: region.code,
    regionName: region.name,
    rule: query.rule,
    ruleText: ruleText(query.rule, context.regions.name(region.province), region),
    enterprises: own.enterprises,
    candidates: pool.length,
    peers: peers.map((peer) => described(context, query.rule, peer)),
    warnings: [...warningsOf(query.rule, region, own, peers.length), ...farOf(query.rule, peers)],
    chain: pack.id,
    period: frame.period,
    dataset: frame.dataset,
    version: setting.version,
  }
}

function candidateOf(code: string, counts: GroupCounts | undefined, { groups }: ChainPack): PeerCandidate {
  const enterprises = counts?.enterprises ?? 0
  const share = (group: string) => (enterprises > 0 ? (counts?.groups.get(group) ?? 0) / enterprises : 0)
  return { code, enterprises, shares: groups.map(({ id }) => share(id)) }
}

/** 同市: in a municipality, where no city stands between, all its counties are sisters. */
function sistersOf(context: SourceContext, rule: PeerRule, region: Chosen, codes: readonly string[]): string[] {
  if (rule !== 'same-city') return [...codes]
  if (region.level === 'city') return []
  const parent = parentOf(context, region.code)
  return codes.filter((code) => parentOf(context, code) === parent)
}

const parentOf = ({ regions }: SourceContext, code: string) => regions.get(code)?.parent ?? null

function chosenBy(rule: PeerRule, own: PeerCandidate, pool: readonly PeerCandidate[]): Peer<PeerCandidate>[] {
  if (rule === 'size') return nearestBySize(own, pool)
  return rule === 'structure' ? nearestByStructure(own, pool) : largest(own, pool)
}

function ruleText(rule: PeerRule, province: string, { level, cityName }: Chosen): string {
  const base = `，该链企业不少于 ${FEWEST_ENTERPRISES} 家，至多 9 个`
  const sisters = level === 'city' ? '市' : '县（市、区）'
  if (rule === 'same-city') return `同市：${cityName ?? province}所辖的其他县（市、区），按该链企业数由多到少${base}`
  if (rule === 'size')
    return `规模相近：${province}内该链企业数与本地区最接近的${sisters}（规模比 = 多者 ÷ 少者）${base}`
  return `结构相近：${province}内各分组企业占比与本地区最接近的${sisters}（占比向量的欧氏距离）${base}`
}

function described(context: SourceContext, rule: PeerRule, peer: Peer<PeerCandidate>): Peers['peers'][number] {
  const { code, enterprises, measure } = peer
  const level = context.regions.level(code)
  return {
    code,
    name: context.regions.name(code),
    cityName: cityNameOf(context, { code, level }),
    enterprises,
    measure: measure === null ? null : roundHalfUp(measure, 4),
    measureText: measureText(rule, peer),
  }
}

function measureText(rule: PeerRule, { enterprises, measure }: Peer<PeerCandidate>): string {
  if (measure === null) return `企业 ${enterprises} 家`
  return rule === 'size'
    ? `企业 ${enterprises} 家，规模比 ${roundHalfUp(measure, 2)}`
    : `企业 ${enterprises} 家，结构距离 ${roundHalfUp(measure, 3)}`
}

/** A weak benchmark is told as such: a set of one is no benchmark, shares of a few enterprises are chance. */
function warningsOf(rule: PeerRule, region: Chosen, own: PeerCandidate, found: number): string[] {
  const warnings: string[] = []
  if (rule === 'same-city' && region.level === 'city')
    warnings.push(`${region.name}是市一级，没有“同市”的地区，请改用规模或结构。`)
  if (own.enterprises < FEWEST_ENTERPRISES)
    warnings.push(`${region.name}该链只有 ${own.enterprises} 家企业，基数太小，同类对比不可靠。`)
  if (found < 2) warnings.push(`符合条件的同类地区只有 ${found} 个，不足以作为参照，对比不可靠。`)
  return warnings
}

/** From here on the nearest is not near. */
const FAR_RATIO = 3

function farOf(rule: PeerRule, peers: readonly Peer<PeerCandidate>[]): string[] {
  const far = rule === 'size' ? peers.filter(({ measure }) => measure !== null && measure >= FAR_RATIO) : []
  return far.length > 0
    ? [`其中 ${far.length} 个地区与本地区的规模比不小于 ${FAR_RATIO}，只是相对最近，不宜当作同类。`]
    : []
}
