import { beforeAll, expect, it } from 'vitest'
import type { LinkCard, Network, PartyList, SupplyPath } from '@contract/supply'
import { CNC, LIAONING, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode as code } from '../fixtures/creditCodes'
import { FAR, FAR_ID, importLocalLeader, serialOf } from '../fixtures/localLeader'
import { COUNTY_CODES } from '../fixtures/supplyNetworks'

const { tiexi, heping, jinzhou } = COUNTY_CODES

const VIEW = { region: LIAONING, firm: code(1) }

describeApi('a supply network', (product) => {
  const network = (query: Query = {}) => product.api.get<Network>('/supply/network', { ...VIEW, ...query })
  /** Tier of every firm by serial number; 0 is the one without a code. */
  const tiers = ({ nodes }: Network) =>
    Object.fromEntries(nodes.flatMap((node) => (node.what === 'firm' ? [[serialOf(node.id), node.tier]] : [])))
  const linkIn = ({ links }: Network, from: number, to: number) =>
    links.find((link) => serialOf(link.from) === from && serialOf(link.to) === to)

  beforeAll(() => importLocalLeader(product.api), 120_000)

  it('is walked by tiers both ways, each firm once, of the newest year', async () => {
    const found = await network()
    expect(found).toMatchObject({
      year: '2025',
      years: [{ year: '2025' }, { year: '2024', links: 1 }],
      grouped: 'none',
    })
    expect(tiers(found)).toEqual({ 1: 0, 2: -1, 3: -1, 4: -1, 5: -1, 0: -1, 8: -1, 6: -2, 7: 1 })
    expect(found.nodes.filter((node) => node.what === 'firm' && node.isBothSides).map(({ id }) => id)).toEqual([
      code(8),
    ])
    expect(found.totals).toEqual({
      firms: 8,
      outside: 1,
      links: 9,
      byTier: [
        { tier: -2, firms: 1 },
        { tier: -1, firms: 6 },
        { tier: 1, firms: 1 },
      ],
    })
    expect(tiers(await network({ year: '2024' }))).toEqual({ 1: 0, 2: -1 })
    expect((await network({ year: '2019' })).notes).toEqual(['2019 年没有符合条件的供应关系'])
  })

  it('tells zero from missing, contract from inference, and marks what is odd', async () => {
    const found = await network()
    expect(linkIn(found, 2, 1)).toMatchObject({ amountWan: '420', evidence: 'declared', marks: ['amount-conflict'] })
    expect(linkIn(found, 5, 1)).toMatchObject({
      amountWan: '0',
      unknownAmounts: 0,
      evidence: 'tender',
      isInferred: true,
    })
    expect(linkIn(found, 0, 1)).toMatchObject({ amountWan: null, unknownAmounts: 1, isInferred: false })
    expect(linkIn(found, 3, 1)).toMatchObject({
      amountWan: '100',
      trades: 2,
      unknownAmounts: 1,
      sharePercent: null,
      products: ['主轴', '轴承'],
      marks: ['share-sum'],
    })
    expect(linkIn(found, 4, 1)).toMatchObject({ sharePercent: '55', marks: ['share-sum'] })
    expect(linkIn(found, 8, 1)?.marks).toEqual(['mutual'])
    const far = found.nodes.find(({ id }) => id === FAR_ID)
    expect(far).toMatchObject({
      kind: 'unlisted',
      county: null,
      placeName: '未定位',
      ring: 'unknown',
      revenueWan: null,
    })
    expect(found.nodes.find(({ id }) => id === code(4))).toMatchObject({ revenueWan: '0', ring: 'province' })
    expect(found.nodes.find(({ id }) => id === code(5))).toMatchObject({ revenueWan: null, honour: null })
  })

  it('keeps to the trades and the firms that are asked for, and to those on the way to them', async () => {
    expect(tiers(await network({ product: '主轴' }))).toEqual({ 1: 0, 3: -1, 4: -1 })
    expect((await network({ product: '主轴' })).products[0]).toEqual({ product: '主轴', links: 2 })
    expect((await network({ product: '主轴' })).products).toHaveLength(8)
    expect(tiers(await network({ product: '长'.repeat(500) }))).toEqual({ 1: 0 })
    expect(tiers(await network({ evidence: 'declared,estimated' }))).toEqual({ 1: 0, 2: -1, 3: -1 })
    expect(tiers(await network({ chain: 'industrial-robots' }))).toEqual({ 1: 0, 7: 1 })
    expect(tiers(await network({ honour: 'any' }))).toEqual({ 1: 0, 4: -1 })
    const near = await network({ place: jinzhou, direction: 'up' })
    expect(tiers(near)).toEqual({ 1: 0, 3: -1, 4: -1, 6: -2 })
    expect(near.nodes.filter((node) => node.what === 'firm' && node.isVia).map(({ id }) => id)).toEqual([code(3)])
    expect(tiers(await network({ tiers: 1, direction: 'down' }))).toEqual({ 1: 0, 7: 1, 8: 1 })
  })

  it('stands together by county where that is wished, and apart where it is opened', async () => {
    const grouped = await network({ group: 'county' })
    const group = {
      what: 'group',
      id: `county:${heping}:-1`,
      county: heping,
      tier: -1,
      firms: 2,
      leaders: 0,
      ring: 'city',
    }
    expect(grouped.nodes.filter(({ what }) => what === 'group')).toMatchObject([group])
    expect(grouped.links.find(({ from }) => from === group.id)).toMatchObject({
      to: code(1),
      amountWan: '105',
      trades: 3,
      marks: ['share-sum', 'mutual'],
    })
    expect(grouped.totals).toEqual((await network()).totals)
    expect(tiers(await network({ group: 'county', open: group.id }))).toEqual(tiers(await network()))
  })

  it('lists the 链主 of a region, and anybody by a part of the name or by code', async () => {
    const parties = (query: Query) => product.api.get<PartyList>('/supply/parties', { region: LIAONING, ...query })
    const ids = async (query: Query) => (await parties(query)).rows.map(({ id }) => id)
    expect(await ids({})).toEqual([code(1), code(9)])
    expect(await ids({ region: tiexi, chain: CNC })).toEqual([code(1)])
    expect(await ids({ chain: 'magnesite' })).toEqual([])
    expect(await ids({ q: '𠮷' })).toEqual([FAR_ID])
    expect(await ids({ q: code(6) })).toEqual([code(6)])
    expect((await parties({ q: '虚构', limit: 1 })).rows).toMatchObject([
      { id: code(1), suppliers: 6, buyers: 2, leader: true },
    ])
  })

  it('says who asserted a link, and which row counts', async () => {
    const ends = { region: LIAONING, supplier: code(2), buyer: code(1) }
    const { assertions } = await product.api.get<LinkCard>('/supply/link', ends)
    expect(assertions).toMatchObject([
      {
        year: '2025',
        amountWan: '420',
        isUsed: true,
        provider: '另一局',
        fileName: '再报.csv',
        mark: 'amount-conflict',
      },
      { year: '2025', amountWan: '400', isUsed: false, evidence: 'contract', row: 2, supplierMatchedBy: 'code' },
      { year: '2024', amountWan: '300', isUsed: true, mark: null },
    ])
    const far = await product.api.get<LinkCard>('/supply/link', { ...ends, supplier: FAR_ID })
    expect(far.assertions).toMatchObject([{ amountWan: null, supplierName: FAR, supplierMatchedBy: 'none' }])
    const nobody = await product.api.refusal(
      'GET',
      `/supply/link?${product.api.queryOf({ ...ends, supplier: code(7) })}`,
    )
    expect(nobody).toMatchObject({ status: 404, problem: { field: 'buyer' } })
  })

  it('finds the shortest way between two firms, along trades in either direction', async () => {
    const way = async (from: string, to: string) => {
      const { hops } = await product.api.get<SupplyPath>('/supply/path', { region: LIAONING, from, to })
      return hops && hops.map(({ isForward, party }) => `${isForward ? '→' : '←'}${serialOf(party.id)}`).join('')
    }
    expect(await way(code(6), code(7))).toBe('→3→7')
    expect(await way(code(4), FAR_ID)).toBe('→1←0')
    expect(await way(code(1), code(1))).toBe('')
    expect(await way(code(1), code(9))).toBeNull()
  })

  it('is sent again only when it has changed', async () => {
    const route = `/supply/network?${product.api.queryOf(VIEW)}`
    const tag = (await product.api.send('GET', route)).headers.get('etag') ?? ''
    expect((await product.api.send('GET', route, undefined, { 'if-none-match': tag })).status).toBe(304)
  })

  it('knows no firm that is nowhere, and no chain or place that does not exist', async () => {
    const refused = async (query: Query) => {
      const { status, problem } = await product.api.refusal(
        'GET',
        `/supply/network?${product.api.queryOf({ ...VIEW, ...query })}`,
      )
      return [status, problem.field]
    }
    expect(await refused({ firm: code(77) })).toEqual([404, 'firm'])
    expect(await refused({ firm: 'name:没有这家' })).toEqual([404, 'firm'])
    expect(await refused({ chain: 'no-such-chain' })).toEqual([404, 'chain'])
    expect(await refused({ place: '219999' })).toEqual([404, 'place'])
    expect(await refused({ region: '219999' })).toEqual([404, 'region'])
    expect(await refused({ firm: '乱写' })).toEqual([400, 'firm'])
  })
})

describeApi('supply relations that nobody imported', (product) => {
  it('are an empty list of no year', async () => {
    const list = await product.api.get<PartyList>('/supply/parties', { region: LIAONING })
    expect(list).toMatchObject({ year: null, years: [], total: 0, rows: [] })
    expect((await product.api.refusal('GET', `/supply/figures?region=${LIAONING}&firm=${code(1)}`)).status).toBe(404)
  })
})
