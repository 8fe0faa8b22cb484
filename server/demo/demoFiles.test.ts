import { describe, expect, it } from 'vitest'
import { createClassifier } from '@domain/chain/classify'
import { judgeCreditCode } from '@domain/creditCode/creditCode'
import { honourTier } from '@domain/register/honourTier'
import { BUILT_IN_PACKS, industryBook, regionBook } from '../catalogue'
import { CHAIN_PLANS } from './chainPlans'
import { createCountyBook } from './counties'
import { demoFiles, type DemoFile } from './demoFiles'
import { demoEnterprises } from './enterprises'

const files = demoFiles()
const regions = regionBook()
const enterprises = demoEnterprises(BUILT_IN_PACKS, createCountyBook(regions, '210000'))
const classifier = createClassifier(BUILT_IN_PACKS)
const memberships = enterprises.map(({ name, products, industryCode }) =>
  classifier.classify({ name, products, industryCode: industryCode || null }),
)

function rowsOf(kind: DemoFile['fields']['kind']): Record<string, string>[] {
  const content = files.find(({ fields }) => fields.kind === kind)?.content
  const [headings = '', ...lines] = new TextDecoder().decode(content).trimEnd().split('\r\n')
  const keys = headings.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])))
}

const register = rowsOf('register')
const codes = new Set(register.map((row) => row['统一社会信用代码']))
const shareOf = (test: (row: Record<string, string>) => boolean) => register.filter(test).length / register.length

describe('demoFiles', () => {
  it('is the same to the byte in every run', () => {
    const again = demoFiles()
    expect(again.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    again.forEach(({ content }, at) => expect(Buffer.compare(content, files[at]?.content ?? new Uint8Array())).toBe(0))
  })

  it('says 演示数据 in every file name and begins every file with a byte order mark', () => {
    expect(files.map(({ fields }) => fields.kind)).toEqual([
      'register',
      'honours',
      'leaders',
      'links',
      'figures',
      'figures',
      'figures',
    ])
    for (const { name, fields, content } of files) {
      expect(name).toContain('演示数据')
      expect(fields).toMatchObject({ province: '210000', period: '2025', scope: 'all' })
      expect(fields.provider).toContain('演示')
      expect([...content.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    }
  })
})

describe('the demonstration register', () => {
  it('holds about eight thousand firms in all hundred counties, none of which could be a real one', () => {
    expect(register.length).toBeGreaterThan(7_500)
    expect(register.length).toBeLessThan(8_800)
    expect(register.every((row) => row['企业名称']?.startsWith('演示'))).toBe(true)
    expect(new Set(enterprises.map(({ county }) => county.code)).size).toBe(100)
    expect(enterprises.every(({ county }) => regions.get(county.code)?.inForce)).toBe(true)
  })

  it('has valid, different credit codes of a registrar that does not exist', () => {
    const faulty = [...codes].filter((code) => {
      const { verdict, warnings } = judgeCreditCode(code)
      return verdict !== 'ok' || warnings.length > 0 || code?.slice(2, 8) !== '219900'
    })
    expect(faulty).toEqual([])
    expect(codes.size).toBe(register.length)
    expect(regions.get('219900')).toBeUndefined()
  })

  it('has names with rare characters and names beyond forty characters', () => {
    const names = register.map((row) => row['企业名称'] ?? '')
    expect(names.some((name) => name.includes('𠅤'))).toBe(true)
    expect(names.some((name) => name.includes('䶮'))).toBe(true)
    expect(names.filter((name) => [...name].length > 40).length).toBeGreaterThan(5)
  })

  it('leaves about one revenue in eight blank and knows a few true zeros', () => {
    for (const year of [2023, 2024, 2025]) {
      const blank = shareOf((row) => {
        const founded = Number(row['成立日期']?.slice(0, 4))
        return founded <= year && row[`${year}年营业收入（万元）`] === ''
      })
      expect(blank).toBeGreaterThan(0.08)
      expect(blank).toBeLessThan(0.15)
    }
    const zeros = register.filter((row) => row['2025年营业收入（万元）'] === '0').length
    expect(zeros).toBeGreaterThan(10)
    expect(zeros).toBeLessThan(120)
  })

  it('reports nothing for the years before a firm was founded', () => {
    const early = register.filter((row) => (row['成立日期'] ?? '') >= '2024')
    expect(early.length).toBeGreaterThan(100)
    expect(early.every((row) => row['2023年营业收入（万元）'] === '' && row['2023年综合能耗（吨标准煤）'] === '')).toBe(
      true,
    )
  })

  it('grows revenue by −20 to +35 per cent a year', () => {
    for (const row of register) {
      const [before, after] = [row['2024年营业收入（万元）'], row['2025年营业收入（万元）']].map(Number)
      if (!before || !after || before < 1000) continue
      expect(after / before).toBeGreaterThan(0.79)
      expect(after / before).toBeLessThan(1.36)
    }
  })

  it('is skewed: the largest hundredth of the firms earns a third or more', () => {
    const revenues = register.map((row) => Number(row['2025年营业收入（万元）'])).sort((a, b) => b - a)
    const sum = (list: number[]) => list.reduce((total, value) => total + value, 0)
    expect(sum(revenues.slice(0, register.length / 100)) / sum(revenues)).toBeGreaterThan(0.33)
  })

  it('agrees with revenue about 纳统 for most firms, not for all, and leaves some blank', () => {
    const large = enterprises.filter(({ size }) => size >= 2000)
    const inScope = large.filter((one) => one.inStatScope === '是').length
    expect(inScope / large.length).toBeGreaterThan(0.88)
    expect(inScope).toBeLessThan(large.length)
    expect(enterprises.some(({ size, inStatScope }) => size < 2000 && inStatScope === '是')).toBe(true)
    expect(shareOf((row) => row['是否纳入统计范围'] === '')).toBeGreaterThan(0.03)
  })

  it('uses classes of the industry standard only', () => {
    const book = industryBook()
    const used = new Set(register.map((row) => row['行业代码'] ?? '').filter((code) => code !== ''))
    expect([...used].filter((code) => !book.has(code))).toEqual([])
  })
})

describe('the demonstration chains', () => {
  it('take about seventy per cent of the firms, and the classifier finds at least 95 per cent of those', () => {
    const intended = enterprises.flatMap(({ seat }, at) => (seat ? [{ seat, found: memberships[at] ?? [] }] : []))
    const found = intended.filter(({ seat, found }) => found.some(({ chain }) => chain === seat.chain))
    expect(intended.length / enterprises.length).toBeGreaterThan(0.65)
    expect(intended.length / enterprises.length).toBeLessThan(0.75)
    expect(found.length / intended.length).toBeGreaterThanOrEqual(0.95)
  })

  it('keep everyday trades off the chains', () => {
    const strays = enterprises.filter(({ seat }, at) => seat === null && (memberships[at]?.length ?? 0) > 0)
    expect(strays.length / enterprises.length).toBeLessThan(0.005)
  })

  it.each(BUILT_IN_PACKS.map((pack) => [pack.name, pack] as const))(
    '%s: planned gaps are empty, others are not',
    (_name, pack) => {
      const plan = CHAIN_PLANS.find(({ id }) => id === pack.id)
      const counts = new Map(pack.nodes.map(({ id }) => [id, 0]))
      for (const { chain, node } of memberships.flat()) {
        if (chain === pack.id) counts.set(node, (counts.get(node) ?? 0) + 1)
      }
      const planned = plan?.missing.map((id) => [id, counts.get(id) ?? 0])
      expect(planned?.filter(([, count]) => count !== 0)).toEqual([])
      const empty = [...counts.values()].filter((count) => count === 0).length / pack.nodes.length
      expect(empty).toBeGreaterThan(0.08)
      expect(empty).toBeLessThan(0.15)
      const thin = [...counts.values()].filter((count) => count > 0 && count < 8).length / pack.nodes.length
      expect(thin).toBeGreaterThan(0.18)
      expect(thin).toBeLessThan(0.45)
    },
  )

  it('live where the province knows them', () => {
    const inCounty = (node: string, county: string) => {
      const own = enterprises.filter(({ seat }) => seat?.node === node)
      return own.filter((one) => one.county.code === county).length / own.length
    }
    expect(inCounty('bearing', '210281')).toBeGreaterThan(0.5)
    expect(inCounty('magnesia-carbon', '210882')).toBeGreaterThan(0.2)
  })
})

describe('the demonstration lists', () => {
  it('name only firms of the register, and suppliers of other provinces that do not exist', () => {
    const named = [
      ...rowsOf('honours').map((row) => row['统一社会信用代码']),
      ...rowsOf('leaders').map((row) => row['统一社会信用代码']),
      ...rowsOf('links').flatMap((row) => [row['供应商信用代码'], row['采购商信用代码']]),
      ...register.map((row) => row['母公司统一社会信用代码']),
    ]
    const strangers = named.filter((code) => code !== '' && !codes.has(code))
    // 省外供应商: of registrars that do not exist either.
    expect(strangers.length).toBeGreaterThan(20)
    expect(strangers.filter((code) => !/^91(?!21)\d\d9900DM/u.test(code ?? ''))).toEqual([])
  })

  it('grant titles of every tier, some run out, some running out within the year', () => {
    const honours = rowsOf('honours')
    const tiers = new Set(honours.map((row) => honourTier(row['荣誉名称'] ?? '')))
    expect([...tiers].sort()).toEqual(['champion', 'gazelle', 'innovative', 'little-giant', 'other', 'specialised'])
    const ends = honours.map((row) => row['有效期止'] ?? '')
    expect(ends.filter((day) => day < '2025-12-31').length / ends.length).toBeGreaterThan(0.05)
    expect(ends.filter((day) => day > '2025-12-31' && day < '2027').length).toBeGreaterThan(20)
    expect(new Set(honours.map((row) => row['统一社会信用代码'])).size).toBeLessThan(honours.length)
  })

  it('name four to eight leaders of each chain by chain and node, all of them large', () => {
    for (const pack of BUILT_IN_PACKS) {
      const own = rowsOf('leaders').filter((row) => row['产业链'] === pack.name)
      expect(own.length).toBeGreaterThanOrEqual(4)
      expect(own.length).toBeLessThanOrEqual(8)
      expect(own.every((row) => pack.nodes.some(({ name }) => name === row['环节']))).toBe(true)
    }
  })

  it('trade along the flows of the packs, about three thousand times, with leaders as hubs', () => {
    const links = rowsOf('links')
    const products = new Set(BUILT_IN_PACKS.flatMap(({ edges }) => edges.map(({ product }) => product)))
    expect(links.length).toBeGreaterThan(2_900)
    const isSized = (row: Record<string, string>) => Number(row['金额（万元）']) > 0 || Number(row['份额（%）']) > 0
    expect(links.every((row) => products.has(row['产品'] ?? '') && isSized(row))).toBe(true)
    expect(new Set(links.map((row) => `${row['年份']} ${row['依据']}`)).size).toBe(8)
    const partners = (code: string | undefined) =>
      links.filter((row) => row['供应商信用代码'] === code || row['采购商信用代码'] === code).length
    expect(Math.min(...rowsOf('leaders').map((row) => partners(row['统一社会信用代码'])))).toBeGreaterThan(5)
  })

  it('say trades as they are collected: by name, in shares, twice, in circles, with days for some', () => {
    const links = rowsOf('links')
    const count = (test: (row: Record<string, string>) => boolean) => links.filter(test).length
    expect(links.every((row) => `${row['供应商名称']} ${row['采购商名称']}`.split('演示').length === 3)).toBe(true)
    expect(count((row) => row['供应商信用代码'] === '')).toBeGreaterThan(60)
    expect(count((row) => row['金额（万元）'] === '')).toBeGreaterThan(80)
    expect(
      count((row) => row['TTR（天）'] !== '' && Number(row['TTS（天）']) < Number(row['TTR（天）'])),
    ).toBeGreaterThan(100)
    const pairs = new Set(links.map((row) => `${row['供应商信用代码']} ${row['采购商信用代码']}`))
    expect(count((row) => pairs.has(`${row['采购商信用代码']} ${row['供应商信用代码']}`))).toBeGreaterThanOrEqual(6)
    expect(register.filter((row) => row['母公司名称'] !== '').length).toBeGreaterThan(30)
  })
})
