import { beforeAll, expect, it } from 'vitest'
import type { FigureCard } from '@contract/figures'
import { FIGURE_INDICATORS, formatRef, parseRef } from '@domain/figure/figureRef'
import { evaluate } from '@domain/figure/formulas'
import { isPartyFigure } from '@domain/figure/partyFigures'
import { createRandom } from '@server/demo/random'
import { loadDemonstration } from '@server/demo/loadDemonstration'
import { analysisFigures } from '../drivers/analysisFigures'
import { apiOf, CNC, LIAONING } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import {
  comparedFigures,
  mapFigures,
  panoramaFigures,
  storyFigures,
  type Look,
  type Printed,
} from '../drivers/printedFigures'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv, registerTable } from '../fixtures/registers'

const SHENYANG = '210100'
const TIEXI = '210106'
const JINZHOU = '210213'
const LOOK: Look = { region: LIAONING, chain: CNC, scope: 'all', period: '2025', mode: 'current', dataset: 'real' }
const REF = formatRef({ ...LOOK, indicator: 'enterprises', kind: 'chain', unit: '', against: null })

const cardOf = ({ api }: Product, ref: string) => api.get<FigureCard>('/figures/card', { ref })

/** Opens a number and does its sum again from the inputs that the card lists. */
async function expectPrinted(product: Product, { ref, value, where }: Printed): Promise<FigureCard> {
  const card = await cardOf(product, ref)
  const recomputed = evaluate(card.formula.id, card.inputs)
  expect({ ref, where, value: card.value, recomputed }).toEqual({ ref, where, value, recomputed: value })
  expect(card.missing === null).toBe(value !== null)
  return card
}

/** Every input that opens says on its own card what it says here. */
async function expectInputsToOpen(product: Product, card: FigureCard, most: number) {
  const weighted = card.formula.id === 'completeness' || card.indicator.endsWith('-nodes')
  for (const input of card.inputs.filter(({ ref }) => ref !== null).slice(0, most)) {
    const opened = await cardOf(product, input.ref ?? '')
    if (!weighted) expect({ input: input.ref, value: opened.value }).toEqual({ input: input.ref, value: input.value })
  }
}

async function everyScreen(product: Product, look: Look, sisters: readonly string[]): Promise<Printed[]> {
  const { api } = product
  const [first = ''] = sisters
  return [
    ...(await panoramaFigures(api, look)),
    ...(await panoramaFigures(api, { ...look, region: first })),
    ...(await mapFigures(api, look, 'city')),
    ...(await mapFigures(api, look, 'county')),
    ...(await mapFigures(api, look, 'county', 'bearing')),
    ...(await mapFigures(api, { ...look, region: first }, 'county')),
    ...(await mapFigures(api, { ...look, region: '100000' }, 'province')),
    ...(await storyFigures(api, look)),
    ...(await storyFigures(api, { ...look, region: first })),
    ...(await comparedFigures(api, look, sisters)),
    ...(await analysisFigures(api, { ...look, region: first })),
  ]
}

const registerOf = (year: string) =>
  csv(registerTable(firms(56)).map((row) => row.map((cell) => cell.replace('2025年', `${year}年`))))

async function importRegister({ api }: Product) {
  await api.importFile(registerOf('2024'), { period: '2024', fileName: '2024.csv' })
  const vague = [firm(61, { county: '', city: '沈阳市' }), firm(62, { county: '', city: '' })]
  await api.importFile(registerCsv([...firms(56), ...vague]), { fileName: '2025.csv' })
  const honours = [
    ['企业名称', '统一社会信用代码', '荣誉称号', '有效期起', '有效期止'],
    ...[1, 2, 3, 8].map((serial) => [
      firm(serial).name,
      fictionalCode(serial),
      '专精特新中小企业',
      '2024-01-01',
      '2029-12-31',
    ]),
  ]
  await api.importFile(csv(honours), { kind: 'honours', fileName: '荣誉.csv' })
}

describeApi('the card of a number', (product) => {
  beforeAll(() => importRegister(product))

  it.each([
    ['the register', LOOK],
    ['规上工业', { ...LOOK, scope: 'above' as const }],
    ['当期区划 of an earlier year', { ...LOOK, period: '2024', mode: 'asof' as const }],
  ])('says of %s what the screens print, and its inputs give it to the last digit', async (seed, look) => {
    const printed = await everyScreen(product, look, [SHENYANG, TIEXI, JINZHOU])
    const chosen = createRandom(seed).sample(printed, 70)
    for (const item of chosen) await expectInputsToOpen(product, await expectPrinted(product, item), 2)
    expect(chosen.length).toBe(70)
  })

  it('exists for every indicator but those of single firms of a supply network, which have a test of their own', async () => {
    const printed = await everyScreen(product, LOOK, [SHENYANG, TIEXI, JINZHOU])
    const market = ['hhi', 'crn'].map((indicator) => REF.replace('enterprises', indicator))
    for (const indicator of FIGURE_INDICATORS.filter((one) => !isPartyFigure(one))) {
      const own = printed.filter(({ ref }) => parseRef(ref)?.indicator === indicator)
      const found = own.find(({ value }) => value !== null) ?? own[0]
      const ref =
        found?.ref ?? market.find((text) => text.startsWith(indicator)) ?? REF.replace('enterprises', indicator)
      const card = await cardOf(product, ref)
      expect([indicator, evaluate(card.formula.id, card.inputs)]).toEqual([indicator, card.value])
      for (const said of [card.name, card.definition, card.formula.names, card.owner, card.scopeText])
        expect([indicator, said]).not.toEqual([indicator, ''])
    }
  })

  it('names its batches, its list and its formula in words', async () => {
    const city = formatRef({
      ...LOOK,
      region: SHENYANG,
      indicator: 'concentration',
      kind: 'chain',
      unit: '',
      against: null,
    })
    const card = await cardOf(product, city)
    expect(card.subject).toBe('沈阳市数控机床产业链')
    expect(card.formula.numbers).toMatch(/^[\d,.]+ (?:万元|亿元) ÷ [\d,.]+ (?:万元|亿元) = [\d.]+%$/u)
    expect(card.sources).toMatchObject([
      { fileName: '2025.csv', provider: '虚构局', period: '2025', publishedBy: '本机用户' },
    ])
    const count = await cardOf(product, REF)
    expect(count.list?.total).toBe(Number(count.value))
    const listed = await product.api.get<{ total: number }>('/enterprises', count.list?.query)
    expect(listed.total).toBe(Number(count.value))
  })

  it('obeys the entity tag', async () => {
    const { api } = product
    const first = await api.send('GET', `/figures/card?ref=${REF}`)
    const tag = first.headers.get('etag') ?? ''
    const again = await api.send('GET', `/figures/card?ref=${REF}`, undefined, { 'If-None-Match': tag })
    expect(again.status).toBe(304)
  })

  it.each([
    ['nonsense', 'nonsense', 400],
    ['an unknown region', REF.replace(LIAONING, '999999'), 404],
    ['an unknown chain', REF.replace(CNC, 'no-such-chain'), 404],
    ['an unknown node', REF.replace('chain._', 'node.no-such-node'), 404],
    ['a region outside what it is compared with', REF.replace('enterprises', 'share').replace(/_$/u, '220000'), 400],
  ])('refuses %s', async (_what, ref, status) => {
    expect(await product.api.refusal('GET', `/figures/card?ref=${ref}`)).toMatchObject({ status })
  })

  it('gives a county no other number than its own, and withholds the inputs that are not', async () => {
    const { host } = product
    const app = appAs(host, { id: 'tiexi', name: '铁西区', region: TIEXI })
    const theirs = apiOf(app)
    const city = await theirs.refusal('GET', `/figures/card?ref=${REF}`)
    expect(city.status).toBe(403)
    const share = formatRef({ ...LOOK, region: TIEXI, indicator: 'share', kind: 'chain', unit: '', against: LIAONING })
    const card = await theirs.get<FigureCard>('/figures/card', { ref: share })
    expect(card.value).not.toBeNull()
    expect(card.inputs.map(({ withheld, value }) => [withheld, value === null])).toEqual([
      [false, false],
      [true, true],
    ])
  })
})

describeApi('the demonstration', (product) => {
  beforeAll(() => loadDemonstration(product.host, () => undefined), 240_000)

  it('says in 200 numbers drawn at random what their cards say', async () => {
    const printed = await everyScreen(product, { ...LOOK, dataset: 'demo' }, [SHENYANG, TIEXI, JINZHOU])
    const chosen = createRandom('200 numbers').sample(printed, 200)
    expect(chosen.length).toBe(200)
    expect(chosen.filter(({ value }) => value !== null && value !== '0').length).toBeGreaterThan(80)
    for (const item of chosen) await expectInputsToOpen(product, await expectPrinted(product, item), 1)
  }, 240_000)
})
