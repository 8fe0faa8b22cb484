import { type Decimal } from 'decimal.js'
import { ratioOf, roundHalfUp } from '../indicator/rounding'
import { periodWords } from '../period/period'
import { freshnessOf } from '../regionFigures/freshness'
import { finding, part, plainNumber, type CheckPart, type Finding, type FindingNumber } from './finding'
import {
  COVERAGE_AMBER,
  COVERAGE_RED,
  LINKED_AMBER,
  REGISTER_CYCLE,
  UNLOCATED_AMBER,
  UNLOCATED_RED,
} from './thresholds'

/** What a region's own register says; sums of revenue stay out of it. */
export interface RegisterReading {
  region: { code: string; name: string }
  chainName: string
  period: string
  /** Enterprises of the chain, and how many of them reported 营业收入. */
  chain: { enterprises: number; reporting: number; enterprisesRef: string | null; reportingRef: string | null }
  /** The regions below: counties, or cities. */
  parts: { code: string; name: string; enterprises: number; reporting: number }[]
  /** Of the whole register. */
  register: {
    enterprises: number
    linked: number
    unlocated: number
    enterprisesRef: string | null
    linkRateRef: string | null
  }
  /** 统计期 of the newest published register of the province; null without any. */
  newest: string | null
}

const percent = (ratio: Decimal) => `${roundHalfUp(ratio.times(100), 1)}%`
const toClusters = (region: string): Finding['link'] => ({
  kind: 'clusters',
  target: null,
  region,
  text: '看各地区的表',
})

/** 名录过期. */
export function agedRegister({ newest, region, register }: RegisterReading, today: string): CheckPart {
  const freshness = newest === null ? null : freshnessOf(newest, REGISTER_CYCLE, today)
  const findings: Finding[] = []
  if (newest !== null && freshness && freshness.state !== 'fresh') {
    findings.push(
      finding({
        id: 'stale register',
        check: 'stale',
        severity: freshness.state === 'overdue' ? 'red' : 'amber',
        extra: 500,
        title: `企业名录停在${periodWords(newest)}`,
        regions: [region],
        period: newest,
        numbers: [count('名录企业', register.enterprises, '家', register.enterprisesRef)],
        why: `${freshness.text}。图谱、地图、简报上的企业数都出自它。`,
        remedy: '导入最近一年的企业名录。',
        link: { kind: 'intake', target: null, region: null, text: '去导入' },
      }),
    )
  }
  return part('stale', '企业名录', { items: newest === null ? 0 : 1, unit: '份' }, findings)
}

/** 覆盖率 = reporting / should, of the region and of each of its parts. */
export function unreportedRevenue({ region, chain, chainName, period, parts }: RegisterReading): CheckPart {
  const asked = parts.filter(({ enterprises }) => enterprises > 0)
  const silent = asked.filter(({ reporting }) => reporting === 0)
  const ratio = ratioOf(chain.reporting, chain.enterprises)
  const findings: Finding[] = []
  if (ratio && ratio.lt(COVERAGE_AMBER)) {
    findings.push(
      finding({
        id: 'coverage revenue',
        check: 'coverage',
        severity: ratio.lt(COVERAGE_RED) ? 'red' : 'amber',
        extra: ratio.negated().plus(1).times(100).toNumber(),
        title: `${region.name}${chainName}${periodWords(period)}营业收入报送率 ${percent(ratio)}`,
        regions: [region],
        period,
        numbers: [
          count('应报企业', chain.enterprises, '家', chain.enterprisesRef),
          count('已报企业', chain.reporting, '家', chain.reportingRef),
        ],
        why: '营业收入合计只是已报企业之和，没报的不是零；集聚度、区位商、增速都受影响。',
        remedy: '催报；会上引用营业收入时同时说报送率。',
        link: toClusters(region.code),
      }),
    )
  }
  // Where nobody at all reported, that has just been said.
  if (silent.length > 0 && chain.reporting > 0) findings.push(silentFinding(region, chainName, period, silent))
  const items = (chain.enterprises > 0 ? 1 : 0) + asked.length
  return part('coverage', '营业收入（企业）', { items, unit: '个地区' }, findings)
}

function silentFinding(
  region: RegisterReading['region'],
  chainName: string,
  period: string,
  silent: RegisterReading['parts'],
) {
  const named = silent
    .slice(0, 4)
    .map(({ name }) => name)
    .join('、')
  const names = silent.length > 4 ? `${named}等 ${silent.length} 个地区` : named
  return finding({
    id: 'coverage silent',
    check: 'coverage',
    severity: 'amber',
    extra: silent.length,
    title: `${names}的${chainName}企业${periodWords(period)}没有一家报送营业收入`,
    regions: silent.slice(0, 12).map(({ code, name }) => ({ code, name })),
    period,
    numbers: [
      count('没有报送的地区', silent.length, '个', null),
      count(
        '涉及企业',
        silent.reduce((sum, { enterprises }) => sum + enterprises, 0),
        '家',
        null,
      ),
    ],
    why: '这些地区的营业收入是缺，不是零；不能参加排位。',
    remedy: '请这些地区补报。',
    link: toClusters(region.code),
  })
}

/** 未定位 and 挂链率. */
export function looseRegister({ region, register }: RegisterReading): CheckPart {
  const findings: Finding[] = []
  const unlocated = ratioOf(register.unlocated, register.enterprises)
  const linked = ratioOf(register.linked, register.enterprises)
  if (unlocated && unlocated.gt(UNLOCATED_AMBER)) {
    findings.push(
      finding({
        id: 'values unlocated',
        check: 'values',
        severity: unlocated.gt(UNLOCATED_RED) ? 'red' : 'amber',
        extra: unlocated.times(100).toNumber(),
        title: `${region.name}有 ${percent(unlocated)} 的企业没有定位到县（市、区）`,
        regions: [region],
        numbers: [
          count('未定位到县', register.unlocated, '家', null),
          count('名录企业', register.enterprises, '家', register.enterprisesRef),
        ],
        why: '未定位的企业计入市、省的合计，不计入任何一个县；各县之和会小于合计。',
        remedy: '补所属区县或注册地址，重新导入。',
        link: toClusters(region.code),
      }),
    )
  }
  if (linked && linked.lt(LINKED_AMBER)) {
    findings.push(
      finding({
        id: 'values linked',
        check: 'values',
        severity: 'amber',
        extra: 100,
        title: `${region.name}挂链率只有 ${percent(linked)}`,
        regions: [region],
        numbers: [
          count('已挂链', register.linked, '家', register.linkRateRef),
          count('名录企业', register.enterprises, '家', register.enterprisesRef),
        ],
        why: '挂不上链的企业不在图谱上；多半是名录没有主要产品或行业代码这两列。',
        remedy: '到产业链库看未挂链的企业，补关键词，或请提供单位补主要产品。',
        link: { kind: 'library', target: null, region: region.code, text: '看未挂链企业' },
      }),
    )
  }
  return part('values', '企业定位与挂链', { items: register.enterprises, unit: '家' }, findings)
}

export const count = (label: string, value: number, unit: string, ref: string | null): FindingNumber => ({
  ...plainNumber(label, String(value), unit, 0),
  ref,
})
