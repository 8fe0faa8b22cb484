import { beforeAll, expect, it } from 'vitest'
import type { FigureCard } from '@contract/figures'
import type { EgoFigures } from '@contract/supply'
import { parseRef } from '@domain/figure/figureRef'
import { PARTY_FIGURES } from '@domain/figure/partyFigures'
import { recompute } from '@/features/figureCard/recompute'
import { LIAONING, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode as code } from '../fixtures/creditCodes'
import { FAR, FAR_ID, importLocalLeader, serialOf } from '../fixtures/localLeader'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { firm } from '../fixtures/registers'

const SHENYANG = '210100'
const VIEW = { region: LIAONING, firm: code(1) }

describeApi('the figures of a supply firm', (product) => {
  const figures = (query: Query = {}) => product.api.get<EgoFigures>('/supply/figures', { ...VIEW, ...query })

  beforeAll(() => importLocalLeader(product.api), 120_000)

  it('says how local, how dependent and how large the network of a 链主 is', async () => {
    const own = await figures()
    const rates = own.localRates.map(({ byCount, byAmount }) => [byCount.ratio, byAmount.numerator, byAmount.ratio])
    expect(rates).toEqual([
      ['0.1667', '420', '0.5091'],
      ['0.5000', '525', '0.6364'],
      ['0.8333', '825', '1.0000'],
    ])
    expect(own).toMatchObject({
      suppliers: 6,
      citySuppliers: 3,
      buyers: 2,
      withoutAmount: 1,
      depth: { up: 2, down: 1 },
    })
    expect(own).toMatchObject({ purchasesWan: '825', salesWan: '1280' })
    expect(own.topSupplier).toMatchObject({ party: { id: code(2) }, share: { numerator: '420', ratio: '0.5091' } })
    expect(own.topBuyer).toMatchObject({ party: { id: code(7) }, share: { denominator: '5000', ratio: '0.2400' } })
    expect(own.singleSource.map(({ product: name }) => name).sort()).toEqual(
      ['=1+1', '丝杠', '导轨', '床身', '轴承'].sort(),
    )
    expect(own.multiChain).toMatchObject([{ party: { id: code(3) } }])
    expect(own.multiChain[0]?.chains).toHaveLength(2)
    const roles = own.community.members.map(({ party, role }) => `${role} ${serialOf(party.id)}`)
    expect(roles.sort()).toEqual(
      ['leader 1', 'both 8', 'buyer 7', ...[2, 3, 4, 5, 6].map((serial) => `supplier ${serial}`)].sort(),
    )
    expect((await figures({ region: SHENYANG })).community.count).toBe(4)
  })

  it('says why there is no rate, and never zero for what is not known', async () => {
    const far = await figures({ firm: FAR_ID })
    expect(far).toMatchObject({ suppliers: 0, citySuppliers: null, purchasesWan: null, topSupplier: null, buyers: 1 })
    expect(far.localRates[1]?.byCount).toEqual({
      numerator: null,
      denominator: '0',
      ratio: null,
      missing: '不知道这家企业在哪个市',
    })
    expect((await figures({ firm: code(2) })).localRates[0]?.byAmount.missing).toBe('当年没有已知的供应商')
  })

  it('opens each number to a card that says the same and stands up to being done again', async () => {
    const opened = new Set<string>()
    for (const own of [
      await figures(),
      await figures({ tiers: '1' }),
      await figures({ tiers: '3' }),
      await figures({ tiers: '4' }),
      await figures({ firm: FAR_ID }),
      await figures({ firm: code(7), region: SHENYANG }),
    ]) {
      const shown: [string, string | number | null][] = [
        ...own.localRates.flatMap(({ byCount, byCountRef, byAmount, byAmountRef }): [string, string | null][] => [
          [byCountRef, byCount.ratio],
          [byAmountRef, byAmount.ratio],
        ]),
        [own.suppliersRef, own.suppliers],
        [own.citySuppliersRef, own.citySuppliers],
        [own.buyersRef, own.buyers],
        [own.suppliersRef.replace('firm-suppliers', 'firm-purchases'), own.purchasesWan],
        [own.suppliersRef.replace('firm-suppliers', 'firm-sales'), own.salesWan],
        ...[own.topSupplier, own.topBuyer].flatMap((top): [string, string | null][] =>
          top ? [[top.ref, top.share.ratio]] : [],
        ),
        [own.singleSourceRef, own.singleSource.length],
        [own.multiChainRef, own.multiChain.length],
        [own.community.ref, own.community.count],
      ]
      for (const [ref, value] of shown) {
        opened.add(parseRef(ref)?.indicator ?? ref)
        const card = await product.api.get<FigureCard>('/figures/card', { ref })
        expect(card.value === null ? null : Number(card.value), ref).toBe(value === null ? null : Number(value))
        expect(card.subject).toBe(own.firm.name)
        expect(value === null ? 'agrees' : recompute(card).outcome, ref).toBe('agrees')
        expect(card.missing === null, ref).toBe(value !== null)
      }
    }
    expect([...opened].sort()).toEqual([...PARTY_FIGURES].sort())
  })

  it('names the batches that a figure rests on', async () => {
    const { suppliersRef } = await figures()
    const { sources } = await product.api.get<FigureCard>('/figures/card', { ref: suppliersRef })
    expect(sources.map(({ fileName, enterprises }) => [fileName, enterprises])).toEqual([
      ['供应关系.csv', 6],
      ['再报.csv', 1],
    ])
  })

  it('is written as a workbook, row by row with who said it', async () => {
    const book = async (path: string, query: Query) => {
      const response = await product.api.send('GET', `${path}?${product.api.queryOf({ ...VIEW, ...query })}`)
      expect(response.status).toBe(200)
      return readWorkbook(await response.blob())
    }
    const sheets = await book('/supply/network/export.xlsx', { tiers: 1, direction: 'up' })
    expect(Object.keys(sheets)).toEqual(['企业', '供应关系逐条', '指标', '口径'])
    expect(recordsUnder(sheets['企业'] ?? [], '层级').map((row) => row['层级'])).toEqual([
      '本企业',
      ...Array(6).fill('上游 1 级'),
    ])
    const rows = recordsUnder(sheets['供应关系逐条'] ?? [], '供方')
    expect(rows).toHaveLength(8)
    expect(rows.filter((row) => row['采用'] === '否')).toMatchObject([{ 产品: '床身', '金额（万元）': '400' }])
    expect(rows.map((row) => row['产品'])).toContain('=1+1')
    expect(rows.find((row) => row['供方'] === FAR)).toMatchObject({ '金额（万元）': '—', 供方匹配: '未匹配' })
    const community = await book('/supply/community/export.xlsx', { region: SHENYANG })
    expect(recordsUnder(community['成员名单'] ?? [], '角色').map((row) => row['企业名称'])).toEqual(
      [1, 2, 3, 8].map((serial) => firm(serial).name),
    )
  })
})
