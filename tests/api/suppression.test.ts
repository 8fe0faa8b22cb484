import { beforeAll, describe, expect, it } from 'vitest'
import type { Clusters } from '@contract/clusters'
import type { Comparison } from '@contract/compare'
import type { FigureCard } from '@contract/figures'
import type { IndustryClusterList } from '@contract/industryClusters'
import type { Panorama } from '@contract/panorama'
import { DEFAULT_RULE, primaryReason } from '@domain/disclosure/rule'
import { Span } from '@domain/disclosure/span.fixture'
import { keepDisclosureRule } from '@server/source/disclosureRule'
import { CNC, LIAONING, VIEW } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { HOST_KINDS } from '../drivers/hosts'
import { clusterDraft, registerOf2024, TIEXI } from '../fixtures/industryClusters'
import { givenSums, knownFirms, lineOf, type GivenSum, type Known } from '../fixtures/publishedSums'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { firm, firms, registerCsv } from '../fixtures/registers'

const COUNT = 150
/** The last ones have no county, or not even a city. */
const register = firms(COUNT).map((own, at) =>
  at >= COUNT - 4 ? firm(at + 1, { county: '' }) : at >= COUNT - 8 ? firm(at + 1, { city: '', county: '' }) : own,
)

const contribution = (firms: readonly Known[], line: readonly number[]) => {
  const revenues = firms.flatMap(({ revenue }, at) => (line[at] === 1 ? [revenue * 10_000] : [])).sort((a, b) => b - a)
  const [largest = -Infinity, second = -Infinity] = revenues
  return { reporting: revenues.length, sum: revenues.reduce((sum, value) => sum + value, 0), largest, second }
}

describeApi(
  'sums that are not public',
  (product) => {
    let known: Known[] = []
    let given: GivenSum[] = []
    const published = new Span()

    beforeAll(async () => {
      await product.api.importFile(registerOf2024(COUNT), { period: '2024' })
      await product.api.importFile(registerCsv(register))
      known = await knownFirms(product)
      given = await givenSums(product.api, known)
      for (const { line } of given) published.add(line)
    }, 120_000)

    it('are some, and the others are right', () => {
      for (const { where, line, value } of given)
        expect([where, value]).toEqual([where, expect.closeTo(contribution(known, line).sum / 10_000, 3)])
      expect(given.length).toBeGreaterThan(100)
    })

    it('cannot be calculated from all that the screens give, nor can any enterprise', () => {
      const units = [...new Set(known.flatMap((own) => own.units))]
      const regions = [...new Set(known.flatMap((own) => own.regions))]
      const unsafe = regions.flatMap((region) =>
        units.flatMap((unit) =>
          ['all', 'above', 'four'].flatMap((scope) => {
            const line = lineOf(known, region, unit, scope)
            const isUnsafe = primaryReason(contribution(known, line), DEFAULT_RULE) !== null
            return isUnsafe ? [{ where: `${region} ${unit} ${scope}`, line }] : []
          }),
        ),
      )
      expect(unsafe.length).toBeGreaterThan(50)
      expect(unsafe.filter(({ line }) => published.has(line)).map(({ where }) => where)).toEqual([])
      const single = known.filter((_, at) => published.has(known.map((_own, other) => Number(other === at))))
      expect(single).toEqual([])
    })

    it.each([
      ['a region less those below it', 'chain', ['all']],
      ['all enterprises less 四上 and 规上', 'chain', ['all', 'four', 'above']],
    ])('are not %s', async (_, kind, scopes) => {
      const unit = `${kind} ${CNC}`
      for (const scope of scopes) {
        const map = await product.api.get<Clusters>('/clusters', {
          region: LIAONING,
          chain: CNC,
          level: 'county',
          scope,
        })
        for (const { code, figures, unlocated, concentration, suppressed } of map.regions) {
          expect(figures.revenueWan !== null && figures.revenueSuppressed !== null).toBe(false)
          if (unlocated || figures.revenueReporting === 0) continue
          const reason = primaryReason(contribution(known, lineOf(known, code, unit, scope)), DEFAULT_RULE)
          if (reason !== null)
            expect([code, figures.revenueWan, figures.revenueSuppressed]).toEqual([code, null, reason])
          if (figures.revenueSuppressed !== null)
            expect([concentration, suppressed.includes('concentration')]).toEqual([null, true])
        }
      }
    })

    describe('on a screen', () => {
      let county: Panorama
      beforeAll(async () => {
        county = await product.api.panorama({ region: TIEXI })
      })

      it('stand as suppressed, beside numbers of enterprises that everybody may know', () => {
        const hidden = county.nodes.filter(({ figures }) => figures.revenueSuppressed !== null)
        expect(hidden.length).toBeGreaterThan(0)
        for (const { figures, locationQuotient, quotientSuppressed } of hidden) {
          expect(figures.revenueWan).toBeNull()
          expect(figures.enterprises).toBeGreaterThan(0)
          expect([locationQuotient, quotientSuppressed]).toEqual([null, expect.any(String)])
        }
      })

      it('have a card without any number', async () => {
        const node = county.nodes.find(({ figures }) => figures.revenueSuppressed !== null)
        const ref = `revenue.${TIEXI}.${CNC}.node.${node?.id}.all.2025.current.real._`
        const card = await product.api.get<FigureCard>('/figures/card', { ref })
        expect(card).toMatchObject({ value: null, upper: null, text: '不公布', missing: null })
        expect(card.suppressed).toBe(node?.figures.revenueSuppressed)
        expect(card.formula.numbers).toBeNull()
        expect(card.inputs.filter(({ value }) => value !== null)).toEqual([])
        expect(card.related).toEqual([])
        expect(card.sources.length).toBeGreaterThan(0)
        for (const indicator of ['hhi', 'crn', 'concentration']) {
          const related = await product.api.get<FigureCard>('/figures/card', { ref: ref.replace('revenue', indicator) })
          expect([indicator, related.value, related.text]).toEqual([indicator, null, '不公布'])
        }
      })

      it('are not among the inputs of sums that are public', async () => {
        const ref = `revenue.${LIAONING}.${CNC}.chain._.all.2025.current.real._`
        const card = await product.api.get<FigureCard>('/figures/card', { ref })
        expect(card.value).not.toBeNull()
        for (const { value, suppressed } of card.inputs) expect(value !== null && suppressed !== null).toBe(false)
        const known = card.inputs.reduce((sum, { value }) => sum + Number(value ?? 0), 0)
        if (card.inputs.some(({ suppressed }) => suppressed)) expect(card.formula.numbers).toBeNull()
        else expect(known).toBeCloseTo(Number(card.value), 2)
      })
    })

    it('have no rank, no share and no place in a comparison', async () => {
      const codes = [...new Set(known.flatMap((own) => own.regions))].filter((code) => !code.endsWith('00')).slice(0, 5)
      const { regions } = await product.api.get<Comparison>('/clusters/compare', {
        regions: codes.join(','),
        chain: CNC,
      })
      for (const { indicators, ranks, shares, trend } of regions) {
        for (const { revenueWan, revenueSuppressed } of trend)
          expect(revenueWan !== null && revenueSuppressed !== null).toBe(false)
        if (!indicators?.figures.revenueSuppressed) continue
        expect([ranks?.revenue, shares?.revenue, indicators.growth]).toEqual([null, null, null])
      }
    })

    it('make no sum of a cluster, and decide no star', async () => {
      await product.api.post('/industry-clusters', clusterDraft({ counties: [TIEXI], node: 'cnc-lathe' }))
      const { clusters } = await product.api.get<IndustryClusterList>('/industry-clusters', { region: LIAONING })
      const [card] = clusters
      expect(card?.figures).toMatchObject({ revenueWan: null, revenueSuppressed: expect.any(String) })
      expect(card?.concentration).toMatchObject({ value: null, numeratorWan: null, suppressed: expect.any(String) })
      expect(card?.share).toMatchObject({ revenue: null, revenueSuppressed: expect.any(String) })
      expect(card?.stars.filter(({ id }) => id !== 'specialisation').map(({ verdict }) => verdict)).toEqual([
        'unknown',
        'unknown',
      ])
    })

    it('are named in exports, with the reason and their number', async () => {
      const response = await product.api.send(
        'GET',
        `/panorama/export.xlsx?${product.api.queryOf({ ...VIEW, region: TIEXI })}`,
      )
      const sheets = await readWorkbook(await response.blob())
      const rows = recordsUnder(sheets['环节'] ?? [], '阶段')
      const hidden = rows.filter((row) => row['营业收入（万元）'] === '不公布')
      expect(hidden.length).toBeGreaterThan(0)
      expect(JSON.stringify(sheets['口径与来源'])).toMatch(/写“不公布”的共 \d+ 格/u)
    })

    it('are decided anew when the rule changes', async () => {
      const { context } = product.host
      const before = await product.api.panorama()
      await keepDisclosureRule(context)
      expect((await product.api.panorama()).view.version).toBe(before.view.version)
      await keepDisclosureRule({ ...context, disclosure: null })
      const open = await product.api.panorama({ region: TIEXI })
      expect(open.view.version).toBe(before.view.version + 1)
      expect(open.nodes.filter(({ figures }) => figures.revenueSuppressed !== null)).toEqual([])
      await keepDisclosureRule(context)
      const again = await product.api.panorama({ region: TIEXI })
      expect(again.nodes.some(({ figures }) => figures.revenueSuppressed !== null)).toBe(true)
    })
  },
  HOST_KINDS,
  { disclosure: DEFAULT_RULE },
)
