import { periodWords } from '../period/period'
import { finding, part, plainNumber, type CheckPart, type Finding, type FindingNumber } from './finding'
import { toBatch } from './figureWords'

/** One enterprise that stands out, with the row that it came from. */
export interface OddEnterprise {
  creditCode: string
  name: string
  region: { code: string; name: string } | null
  batch: { id: string; fileName: string; row: number | null }
  /** 营业收入（万元） of the period and of the year before. */
  now: string | null
  before: string | null
  ref: string | null
}

/** What was found, of how many looked at; `odd` may be fewer than `found`. */
export interface OddReading {
  looked: number
  found: number
  odd: OddEnterprise[]
  note: string | null
}

const money = (label: string, value: string | null, ref: string | null): FindingNumber => ({
  ...plainNumber(label, value, '万元', null),
  ref,
})

interface Telling {
  check: 'units' | 'values'
  key: string
  severity: 'red' | 'amber'
  what: string
  title(name: string): string
  why: string
  remedy: string
}

function told(reading: OddReading, period: string, telling: Telling): CheckPart {
  const findings = reading.odd.map((one): Finding => {
    const before = one.before === null ? [] : [money('上年', one.before, null)]
    return finding({
      id: `${telling.check} ${telling.key} ${one.creditCode}`,
      check: telling.check,
      severity: telling.severity,
      title: telling.title(one.name),
      regions: one.region ? [one.region] : [],
      period,
      enterprise: { creditCode: one.creditCode, name: one.name },
      batch: one.batch,
      numbers: [...before, money(periodWords(period), one.now, one.ref)],
      why: telling.why,
      remedy: telling.remedy,
      link: toBatch(one.batch.id),
    })
  })
  const counted = { items: reading.looked, unit: '家', note: reading.note }
  return { ...part(telling.check, telling.what, counted, findings), found: reading.found }
}

export const revenueJumps = (reading: OddReading, period: string): CheckPart =>
  told(reading, period, {
    check: 'units',
    key: 'revenue',
    severity: 'red',
    what: '企业营业收入与上年',
    title: (name) => `${name}营业收入与上年相差约 1 万倍`,
    why: '一家企业填错单位，足以改变全县、全链的合计和排位。',
    remedy: '核对原表这一行的单位，改正后重新导入。',
  })

export const negativeRevenue = (reading: OddReading, period: string): CheckPart =>
  told(reading, period, {
    check: 'values',
    key: 'negative revenue',
    severity: 'red',
    what: '企业营业收入为负',
    title: (name) => `${name}营业收入为负`,
    why: '营业收入不可能小于零。',
    remedy: '核对原表这一行，改正后重新导入。',
  })

export const zeroRevenue = (reading: OddReading, period: string): CheckPart =>
  told(reading, period, {
    check: 'values',
    key: 'zero revenue',
    severity: 'amber',
    what: '规上企业营业收入为零',
    title: (name) => `${name}在统计范围内，营业收入为零`,
    why: '在库企业全年没有收入很少见；没有数应留空，不应填 0。',
    remedy: '与企业核对；没有数就留空。',
  })

/** One name under several codes. */
export interface SameName {
  name: string
  codes: string[]
  count: number
  batch: { id: string; fileName: string; row: number | null }
}

export function sameNames(reading: {
  looked: number
  found: number
  names: SameName[]
  note: string | null
}): CheckPart {
  const findings = reading.names.map(({ name, codes, count, batch }): Finding => {
    const shown = codes.slice(0, 3).join('、')
    return finding({
      id: `duplicates name ${codes[0] ?? name}`,
      check: 'duplicates',
      severity: 'amber',
      extra: count,
      title: `“${name}”有 ${count} 个信用代码：${shown}${count > 3 ? ' 等' : ''}`,
      enterprise: { creditCode: codes[0] ?? '', name },
      batch,
      numbers: [plainNumber('代码', String(count), '个', 0)],
      why: '同一家企业换了代码，或有一个代码填错：会被数成几家，营业收入也会重复。',
      remedy: '查企业登记信息，保留现行代码；另一条在名录中删去后重新导入。',
      link: toBatch(batch.id),
    })
  })
  return {
    ...part('duplicates', '企业名称', { items: reading.looked, unit: '家', note: reading.note }, findings),
    found: reading.found,
  }
}

/** Enterprises that two registers place in two counties. */
export interface TwoPlaces {
  one: { code: string; name: string }
  other: { code: string; name: string }
  count: number
  sample: { creditCode: string; name: string }
  batch: { id: string; fileName: string; row: number | null }
}

export function twoPlaces(reading: { looked: number; pairs: TwoPlaces[]; note: string | null }): CheckPart {
  const findings = reading.pairs.map(({ one, other, count, sample, batch }): Finding => {
    const who = count > 1 ? `${sample.name}等 ${count} 家企业` : sample.name
    return finding({
      id: `duplicates place ${one.code} ${other.code}`,
      check: 'duplicates',
      severity: 'amber',
      extra: count,
      title: `${who}在两份名录里分属${one.name}和${other.name}`,
      regions: [one, other],
      enterprise: sample,
      batch,
      numbers: [plainNumber('企业', String(count), '家', 0)],
      why: `同一信用代码只计一次，现按最近发布的名录计在${one.name}；两地都可能把它算作自己的。`,
      remedy: '核对企业登记的区县，改正较旧的名录。',
      link: toBatch(batch.id),
    })
  })
  return part('duplicates', '信用代码与所在地', { items: reading.looked, unit: '家', note: reading.note }, findings)
}

/** 称号 that have run out, by programme. */
export interface AgedHonour {
  programme: string
  enterprises: number
  /** Last day on which one of them was valid; null where the list only says that it is over. */
  last: string | null
  batch: { id: string; fileName: string; row: number | null }
}

export function agedHonours(
  reading: { looked: number; expired: AgedHonour[] },
  region: { code: string; name: string },
): CheckPart {
  const findings = reading.expired.map(({ programme, enterprises, last, batch }) =>
    finding({
      id: `stale honour ${programme}`,
      check: 'stale',
      severity: 'amber',
      extra: enterprises,
      title: `${region.name}有 ${enterprises} 家企业的“${programme}”已过有效期`,
      regions: [region],
      batch,
      numbers: [plainNumber('已过期', String(enterprises), '家', 0)],
      why: `${last === null ? '' : `最近一家到 ${last} 为止。`}过期的称号不再计入优质企业，会上不能照旧名单说。`,
      remedy: '导入复核通过的新名单；没有复核的不再提。',
      link: toBatch(batch.id),
    }),
  )
  return part('stale', '荣誉名单', { items: reading.looked, unit: '个称号' }, findings)
}
