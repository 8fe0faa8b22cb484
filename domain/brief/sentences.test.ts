import { describe, expect, it } from 'vitest'
import { numbered, sentence, say, type Citation, type Fact, type Piece } from './clause'
import type { AdviceFacts, ProblemFacts, StatusFacts } from './briefFacts'
import { adviceSentence, problemSentence, statusSentence } from './sentences'

const cite = (name: string): Citation => ({
  name,
  subject: '虚构市',
  value: '1',
  period: '2025年',
  ref: null,
  basis: null,
})
const fact = (text: string, name = text): Fact => ({ text, cite: cite(name) })
const read = (pieces: Piece[] | null) => (pieces ?? []).map(({ text }) => text).join('')

const STATUS: StatusFacts = {
  subject: '2025年虚构市数控机床产业链',
  hasEnterprises: true,
  enterprises: fact('120 家'),
  aboveScale: fact('34 家'),
  revenue: fact('86.4 亿元'),
  reporting: fact('82 家'),
  above: '辽宁省',
  share: fact('12.3%'),
  rank: fact('第 2 位'),
  peers: '14 个市',
  ties: '（与 1 个地区并列）',
  concentration: fact('8.1%'),
  quotient: fact('1.52'),
  quotientBase: '按营业收入，82 家报送',
  leaders: fact('2 家'),
  leaderNames: ['甲公司', '乙公司'],
  honoured: fact('12 家'),
}

const NODES = {
  count: fact('5 个环节'),
  first: [
    { name: '数控系统', fact: fact('0 家', '数控系统') },
    { name: '主轴', fact: fact('0 家', '主轴') },
  ],
  total: 5,
}
const PROBLEMS: ProblemFacts = {
  missing: NODES,
  weak: { ...NODES, count: fact('3 个环节') },
  judged: '',
  broken: { count: fact('4 条上下游流向'), waiting: ['数控车床', '加工中心', '铣床'] },
  noLeader: null,
  singleLeader: { fact: fact('1 家', '链主'), name: '甲公司' },
  coverage: { reporting: fact('60 家'), of: fact('120 家'), share: '50.0%' },
  stale: fact('停在2023年'),
  growth: { own: fact('1.2%（推算）'), above: fact('5.0%（推算）'), aboveName: '全省' },
}
const ADVICE: AdviceFacts = {
  supplement: [
    { node: { name: '数控系统', fact: fact('0 家') }, downstream: { name: '数控车床', quotient: fact('1.80') } },
  ],
  partners: [{ node: '数控系统', region: '大连市', enterprises: fact('42 家'), quotient: fact('1.90') }],
  strengthen: [{ node: '铸件', quotient: fact('0.62') }],
  extend: [{ node: { name: '整机', fact: fact('0 家', '整机') }, upstream: { name: '主轴', quotient: fact('1.33') } }],
  expiring: fact('6 家企业'),
  above: '辽宁省',
}

/** What absence looks like for each input. */
const gone = (value: unknown) => (Array.isArray(value) ? [] : value === '（与 1 个地区并列）' ? '' : null)

/** Every subset of the inputs is missing once. */
function subsets<T extends object>(whole: T, fixed: readonly (keyof T)[]): T[] {
  const keys = (Object.keys(whole) as (keyof T)[]).filter((key) => !fixed.includes(key) && whole[key] !== null)
  return Array.from({ length: 2 ** keys.length }, (_none, mask) => {
    const own = { ...whole }
    keys.forEach((key, at) => {
      if ((mask >> at) & 1) own[key] = gone(whole[key]) as T[keyof T]
    })
    return own
  })
}

const FAULTY = /undefined|null|NaN|—|[，；、][，；、。）]|（[）、，]|（）|。.|^[，；、。]|、）|的 *[，；。]|参照）/u
const opens = (text: string, sign: string) => text.split(sign).length
function expectSound(text: string) {
  expect(text).not.toMatch(FAULTY)
  expect(text).toMatch(/。$/u)
  expect(opens(text, '（')).toBe(opens(text, '）'))
}

describe('the three sentences', () => {
  it('say all there is to say', () => {
    expect(read(statusSentence(STATUS))).toBe(
      '2025年虚构市数控机床产业链有企业 120 家，其中规上企业 34 家，营业收入 86.4 亿元（82 家报送）；' +
        '企业数占辽宁省的 12.3%，在辽宁省 14 个市中居第 2 位（与 1 个地区并列）；' +
        '产业集聚度 8.1%，区位商 1.52（按营业收入，82 家报送，参照辽宁省）；有链主 2 家（甲公司、乙公司），有优质企业 12 家。',
    )
    expect(read(problemSentence(PROBLEMS))).toBe(
      '缺 5 个环节（数控系统、主轴等），弱 3 个环节（数控系统、主轴等）；4 条上下游流向因此在本地断开（影响数控车床、加工中心等）；' +
        '链主只有 1 家（甲公司），带动依赖一家企业；收入增速 1.2%（推算），低于全省的 5.0%（推算）；' +
        '营业收入只有 60 家报送，应报 120 家（50.0%），合计偏低；数据停在2023年。',
    )
    expect(read(adviceSentence(ADVICE))).toBe(
      '补链先引育数控系统（下游数控车床在本地较强，区位商 1.80）；缺的环节可与省内的大连市（数控系统 42 家，区位商 1.90）对接；' +
        '强链提升铸件（区位商 0.62），使之达到辽宁省平均水平；延链发展整机（上游主轴区位商 1.33）；组织 6 家企业做好半年内到期称号的复核。',
    )
  })

  it('stay sound whatever is missing of the status', () => {
    for (const facts of subsets(STATUS, ['subject', 'hasEnterprises'])) {
      const said = statusSentence(facts)
      if (said) expectSound(read(said))
    }
  })

  it('stay sound whatever is missing of the problems and of the advice', () => {
    for (const facts of subsets(PROBLEMS, ['judged'])) {
      for (const judged of ['', '（按企业数推算）']) {
        const said = problemSentence({ ...facts, judged })
        if (said) expectSound(read(said))
      }
    }
    for (const facts of subsets(ADVICE, [])) {
      const said = adviceSentence(facts)
      if (said) expectSound(read(said))
    }
  })

  it('are not said where there is nothing to say', () => {
    const nothing = subsets(STATUS, ['subject', 'hasEnterprises']).at(-1)
    expect(nothing && statusSentence(nothing)).toBeNull()
    expect(problemSentence(subsets(PROBLEMS, ['judged']).at(-1) ?? PROBLEMS)).toBeNull()
    expect(adviceSentence(subsets(ADVICE, []).at(-1) ?? ADVICE)).toBeNull()
  })

  it('say of a chain without enterprises just that', () => {
    const none = { ...STATUS, hasEnterprises: false, enterprises: fact('0 家') }
    expect(read(statusSentence(none))).toBe('2025年虚构市数控机床产业链没有企业（0 家）。')
  })

  it('cite every number, each once, in reading order', () => {
    const pieces = [statusSentence(STATUS), problemSentence(PROBLEMS), adviceSentence(ADVICE)]
    const { sentences, citations } = numbered(pieces.map((one) => one ?? []))
    const marks = sentences.flat().flatMap(({ marks: own }) => own)
    const firsts = marks.filter((mark, at) => marks.indexOf(mark) === at)
    expect(firsts).toEqual(citations.map((_citation, at) => at + 1))
    for (const { text, marks: own } of sentences.flat()) {
      if (/\d[^、，。；（）]*(?:家|亿元|%)$/u.test(text) && !text.includes('年虚构市数控')) expect(own).not.toEqual([])
    }
  })
})

it('a clause is not said without one of its facts', () => {
  expect(say`有 ${fact('3 家')} 企业，${null}`).toBeNull()
  expect(sentence([[null], [null, null]])).toBeNull()
  expect(read(sentence([[say`甲`, null, say`乙`], [null], [say`丙`]]))).toBe('甲，乙；丙。')
})
