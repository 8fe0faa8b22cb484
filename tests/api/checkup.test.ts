import { beforeAll, describe, expect, it } from 'vitest'
import type { Checkup } from '@contract/checkup'
import { apiOf, VIEW, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { csv, firm, registerCsv, registerTable, type Firm } from '../fixtures/registers'
import { recordsUnder, readWorkbook } from '../fixtures/readWorkbook'

const SHENYANG = '210100'
const FIGURES = {
  kind: 'figures',
  period: '2025',
  provider: '虚构统计局',
  dataClass: 'statistics',
  fileName: '指标.csv',
}
const CLEAN: Partial<Firm> = { city: '沈阳市', county: '铁西区', inScope: '是', revenue: '500' }
const EVERYBODY = Array.from({ length: 24 }, (_none, at) => firm(at + 1, CLEAN))
const JUMPED = firm(1, CLEAN).name
const TITLES = {
  jump: `${JUMPED}营业收入与上年相差约 1 万倍`,
  negative: `${firm(2).name}营业收入为负`,
  zero: `${firm(3).name}在统计范围内，营业收入为零`,
}

describeApi('the checkup before a meeting', (product) => {
  const check = (query: Query = {}) => product.api.get<Checkup>('/checkup', { ...VIEW, dataset: 'real', ...query })
  /** Age turns with the day and has tests of its own. */
  const told = ({ findings }: Checkup) =>
    findings.filter(({ check: id }) => id !== 'stale').map(({ severity, title }) => `${severity} ${title}`)

  it('finds no jump in a period that no calendar has', async () => {
    for (const period of ['2025M13', '1900']) expect(await check({ period })).toMatchObject({ view: { period } })
  })

  it('has nothing to look at in an empty product, and says so', async () => {
    const { checks, findings } = await check()
    expect(findings).toEqual([])
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['nothing']))
  })

  describe('of data without a fault', () => {
    beforeAll(async () => {
      await product.api.importFile(registerCsv(EVERYBODY))
      const table = [
        ['地区', '年份', '地区生产总值（亿元）', '城镇化率（%）'],
        ...['2023', '2024', '2025'].map((year, at) => ['沈阳市', year, `${9000 + at * 100}.5`, '85.1']),
        // Kept its code through a change of name: told once.
        ['浑南区', '2012', '700.5', '80.1'],
      ]
      await product.api.importFile(csv(table), FIGURES)
    })

    it('finds nothing, and counts what it looked at', async () => {
      const checkup = await check({ region: SHENYANG })
      expect(told(checkup)).toEqual([])
      const parts = checkup.checks.flatMap(({ parts: own }) => own)
      expect(parts.find(({ what }) => what === '企业名称')).toMatchObject({ items: 24, findings: 0 })
      expect(parts.find(({ what }) => what === '上下限')).toMatchObject({ items: 4, findings: 0 })
      expect(checkup.checks.find(({ id }) => id === 'sources')?.state).toBe('nothing')
    })
  })

  describe('of data with faults', () => {
    beforeAll(async () => {
      const faulty = EVERYBODY.map((one, at): Firm => {
        if (at === 0) return { ...one, revenue: '5000000' }
        if (at === 1) return { ...one, revenue: '-20' }
        if (at === 2) return { ...one, revenue: '0' }
        return at === 3 ? { ...one, name: firm(5).name } : one
      })
      await product.api.importFile(lastYear(EVERYBODY), { period: '2024', fileName: '上年.csv' })
      await product.api.importFile(registerCsv(faulty), { fileName: '本年.csv' })
      await product.api.importFile(csv([...FAULTS]), { ...FIGURES, fileName: '有错.csv' })
      await product.api.importFile(csv([...OTHERWISE]), { ...FIGURES, provider: '虚构报社', dataClass: 'third-party' })
    })

    it('tells each of them once', async () => {
      const lines = told(await check({ region: SHENYANG }))
      expect(lines).toEqual(
        expect.arrayContaining([`red ${TITLES.jump}`, `red ${TITLES.negative}`, `amber ${TITLES.zero}`]),
      )
      for (const [pattern, severity] of EXPECTED) {
        const hits = lines.filter((line) => pattern.test(line))
        expect(hits, `${pattern} in ${lines.join('\n')}`).toHaveLength(1)
        expect(hits[0]).toMatch(severity)
      }
      expect(lines).toHaveLength(EXPECTED.length + 3)
    })

    it('leads from a faulty row to its file', async () => {
      const { findings } = await check({ region: SHENYANG })
      const jump = findings.find(({ title }) => title === TITLES.jump)
      expect(jump?.batch).toMatchObject({ fileName: '本年.csv', row: 2 })
      expect(jump?.numbers.map(({ value }) => Number(value))).toEqual([500, 5_000_000])
      expect(jump?.link).toMatchObject({ kind: 'batch', target: jump?.batch?.id })
      expect(jump?.numbers[1]?.ref).toContain(firm(1).code)
    })

    it('puts what must be set right first', async () => {
      const { findings, checks } = await check({ region: SHENYANG })
      const order = findings.map(({ severity }) => ['red', 'amber', 'note'].indexOf(severity))
      expect(order).toEqual([...order].sort((a, b) => a - b))
      expect(checks.reduce((sum, { red }) => sum + red, 0)).toBe(order.filter((at) => at === 0).length)
    })

    it('comes as a workbook with codes as text and the thresholds', async () => {
      const query = product.api.queryOf({ ...VIEW, region: SHENYANG, dataset: 'real' })
      const response = await product.api.send('GET', `/checkup/export.xlsx?${query}`)
      const { 发现: found = [], 口径与来源: method = [] } = await readWorkbook(await response.blob())
      const rows = recordsUnder(found, '程度')
      const jump = rows.find((row) => row['发现'] === TITLES.jump)
      expect(jump).toMatchObject({ 程度: '须改', 统一社会信用代码: firm(1).code, 数字2单位: '万元' })
      expect(method.flat().join()).toContain('未定位到县的企业超过 5%')
    })

    it('is not for visitors, and tells nobody without the right what one enterprise earns', async () => {
      const path = `/checkup?${product.api.queryOf({ ...VIEW, region: SHENYANG })}`
      const visitor = apiOf(appAs(product.host, { audience: 'visitor', seesUnits: false }))
      expect((await visitor.refusal('GET', path)).status).toBe(403)
      const clerk = apiOf(appAs(product.host, { seesUnits: false }))
      const { findings } = await clerk.get<Checkup>('/checkup', { ...VIEW, region: SHENYANG, dataset: 'real' })
      expect(findings.map(({ title }) => title)).not.toContain(TITLES.jump)
      expect(JSON.stringify(findings)).not.toContain('5000000')
    })
  })

  it('is for one region that exists, not for the whole country', async () => {
    const { queryOf, refusal } = product.api
    expect((await refusal('GET', `/checkup?${queryOf({ ...VIEW, region: '100000' })}`)).status).toBe(400)
    const shandong = apiOf(appAs(product.host, { region: '370000' }))
    expect((await shandong.refusal('GET', `/checkup?${queryOf(VIEW)}`)).status).toBe(403)
  })
})

/** The same register as the year before had it. */
function lastYear(list: readonly Firm[]): Blob {
  const [heading = [], ...rows] = registerTable(list)
  return csv([heading.map((cell) => cell.replace('2025', '2024')), ...rows])
}

/** 沈阳 has 13 counties; three of them are enough to be more than their city. */
const FAULTS = [
  [
    '地区',
    '年份',
    '地区生产总值（亿元）',
    '第一产业增加值（亿元）',
    '第二产业增加值（亿元）',
    '第三产业增加值（亿元）',
    '集群企业数',
    '集群规上企业数',
    '城镇化率（%）',
    '规上工业营业收入（亿元）',
    '用水总量（亿立方米）',
    '综合能源消费量（万吨标准煤）',
  ],
  ['沈河区', '2025', '10000', '', '', '', '', '', '', '', '', ''],
  ['和平区', '2025', '300.5', '1', '99.5', '250', '', '', '', '', '', ''],
  ['于洪区', '2023', '', '', '', '', '', '', '', '300', '2', ''],
  ['于洪区', '2024', '', '', '', '', '', '', '', '3050000', '0', ''],
  ['于洪区', '2025', '', '', '', '', '40', '50', '103', '310', '2', '-3'],
]
const OTHERWISE = [
  ['地区', '年份', '地区生产总值（亿元）'],
  ['沈阳市', '2025', '9700'],
]

const EXPECTED: [RegExp, RegExp][] = [
  [/沈阳市2025年地区生产总值：已报的 2 个下级之和大于沈阳市的数/u, /^red/u],
  [/和平区2025年地区生产总值：各分项之和大于合计，相差 16\.6%/u, /^red/u],
  [/于洪区2025年：集群规上企业数量大于集群企业数量/u, /^red/u],
  [/于洪区2025年.*城镇化率超出 0—100/u, /^red/u],
  [/于洪区2024年.*约为2023年的 1 万倍/u, /^red/u],
  [/于洪区2024年用水总量为零/u, /^amber/u],
  [/于洪区2025年综合能源消费量为负/u, /^red/u],
  [/沈阳市2025年地区生产总值有两个说法，相差 5\.4%/u, /^red/u],
  [/“甲乙5号虚构制造有限公司”有 2 个信用代码/u, /^amber/u],
]
