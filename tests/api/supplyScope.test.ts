import { beforeAll, describe, expect, it } from 'vitest'
import type { FigureCard } from '@contract/figures'
import { NetworkQuery, type EgoFigures, type Network, type PartyList } from '@contract/supply'
import type { Snapshot } from '@contract/supplySnapshots'
import { partyUnit } from '@domain/figure/partyFigures'
import { asVisitor, LOCAL_PRINCIPAL } from '@server/source/principal'
import { createSource } from '@server/source/source'
import { apiOf, CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode as code } from '../fixtures/creditCodes'
import { importLocalLeader, serialOf } from '../fixtures/localLeader'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv, firm } from '../fixtures/registers'
import { COUNTY_CODES } from '../fixtures/supplyNetworks'

const { tiexi, heping } = COUNTY_CODES

const VIEW = { region: LIAONING, firm: code(1) }

describeApi('a supply network, by who looks', (product) => {
  /** Tier of every firm by serial number; 0 is the one without a code. */
  const tiers = ({ nodes }: Network) =>
    Object.fromEntries(nodes.flatMap((node) => (node.what === 'firm' ? [[serialOf(node.id), node.tier]] : [])))

  beforeAll(() => importLocalLeader(product.api), 120_000)

  describe('to one who answers for a county', () => {
    const own = () => apiOf(appAs(product.host, { region: tiexi }))
    const view = { region: tiexi, firm: code(1) }

    it('is that of the trades with an end in it, without the revenue of others', async () => {
      const found = await own().get<Network>('/supply/network', view)
      expect(tiers(found)).toEqual({ 1: 0, 2: -1, 3: -1, 4: -1, 5: -1, 0: -1, 8: -1, 7: 1 })
      expect(found.notes).toContain('只含至少一端在您权限内的供应关系，沿其他关系没有走下去')
      expect(found.nodes.map(({ id }) => serialOf(id)).length).toBe(8)
      const revenues = found.nodes.flatMap((node) =>
        node.what === 'firm' && node.revenueWan !== null ? [serialOf(node.id)] : [],
      )
      expect(revenues.sort()).toEqual([1, 2])
      expect((await own().get<EgoFigures>('/supply/figures', view)).multiChain).toEqual([])
    })

    it('begins at a partner of its firms, and at nobody else', async () => {
      expect(tiers(await own().get<Network>('/supply/network', { ...view, firm: code(3) }))).toMatchObject({
        3: 0,
        1: 1,
      })
      const hidden = await own().refusal('GET', `/supply/network?${own().queryOf({ ...view, firm: code(6) })}`)
      expect(hidden).toMatchObject({ status: 404, problem: { field: 'firm' } })
      const search = await own().get<PartyList>('/supply/parties', { region: tiexi, q: firm(6).name })
      expect(search.rows).toEqual([])
      expect((await own().refusal('GET', `/supply/network?${own().queryOf(VIEW)}`)).status).toBe(403)
    })

    it('says nothing of a trade with no end in it, whatever is asked', async () => {
      const api = own()
      const stops = [
        { kind: 'firm', firm: code(3) },
        { kind: 'place', place: tiexi },
      ]
      const assumptions = { passUp: 1, passDown: 1, spare: 1, tiers: 4 }
      const [here, partner] = [`region=${tiexi}`, `region=${tiexi}&firm=${code(3)}&tiers=4`]
      const cards = Object.entries(await api.get<EgoFigures>('/supply/figures', { ...view, firm: code(3) })).flatMap(
        ([key, ref]) => (key.endsWith('Ref') ? [`/figures/card?ref=${String(ref)}`] : []),
      )
      const answers = await Promise.all([
        ...[
          `/supply/parties?${here}&q=${encodeURIComponent('虚构')}`,
          `/supply/network?${partner}`,
          `/supply/network/export.xlsx?${partner}`,
          `/supply/figures?${partner}`,
          `/supply/community/export.xlsx?${partner}`,
          `/supply/path?${here}&from=${code(3)}&to=${code(7)}`,
          `/supply/link?${here}&supplier=${code(3)}&buyer=${code(1)}`,
          `/supply/criticality?${here}&chain=${CNC}`,
          `/supply/criticality/export.xlsx?${here}&chain=${CNC}`,
          `/supply/names?${here}&state=outside`,
          `/supply/matching?${here}`,
          ...cards,
        ].map((route) => api.send('GET', route)),
        api.send('POST', '/supply/knock-out', { region: tiexi, stops, assumptions }),
        api.send('POST', '/supply/knock-out/export.xlsx', { region: tiexi, stops, assumptions }),
      ])
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      const said = await Promise.all(
        answers.map(async (answer) =>
          answer.headers.get('content-type')?.includes('json')
            ? answer.text()
            : JSON.stringify(await readWorkbook(await answer.blob())),
        ),
      )
      // 6 → 3: who, and what.
      for (const hidden of [code(6), firm(6).name, '钢材'])
        expect(said.filter((text) => text.includes(hidden))).toEqual([])
      // 3 → 7: that they trade, while both trade with 1.
      expect(said.filter((text) => text.includes(`${code(3)}>${code(7)}`))).toEqual([])
      expect(cards).toHaveLength(5)
    })

    it('is kept as a snapshot for whoever sees no less than who took it', async () => {
      const wish = { name: '一张', query: { region: tiexi, firm: code(1) } }
      const whole = await product.api.post<Snapshot>('/supply/snapshots', wish)
      const part = await own().post<Snapshot>('/supply/snapshots', wish)
      expect([whole.edges, part.edges]).toEqual([10, 9])
      expect(await own().get('/supply/snapshots', { region: tiexi })).toEqual({ rows: [part] })
      const changes = `/supply/snapshots/${whole.id}/changes`
      expect((await own().refusal('GET', `${changes}?region=${tiexi}`)).status).toBe(403)
      expect(
        (await own().refusal('GET', `/supply/snapshots/${part.id}/changes?region=${tiexi}&with=${whole.id}`)).status,
      ).toBe(403)
      expect((await own().refusal('DELETE', `/supply/snapshots/${whole.id}`)).status).toBe(403)
      // What its maker could not see is nothing new to who sees more.
      expect(await product.api.get(`/supply/snapshots/${part.id}/changes`, { region: tiexi })).toMatchObject({
        same: 9,
        counts: { new: 0, gone: 0, changed: 0 },
      })
    })

    it('has cards of its own sums, and none of a firm out of sight', async () => {
      const ref = `firm-buyers.${tiexi}._.party.${code(3)}.all.2025.current.real._`
      expect(await own().get<FigureCard>('/figures/card', { ref })).toMatchObject({
        value: '1',
        definition: expect.stringContaining('只含至少一端在您权限内的') as string,
      })
      const hidden = ref.replace(partyUnit(code(3)), partyUnit(code(6)))
      expect((await own().refusal('GET', `/figures/card?ref=${hidden}`)).status).toBe(404)
    })
  })

  it('has no family beyond what the register of the principal says', async () => {
    const { api, host } = product
    const columns = ['企业名称', '统一社会信用代码', '所在市', '所在区县', '母公司名称']
    await api.importFile(csv([columns, [firm(3).name, code(3), '沈阳市', '和平区', '某某虚构集团']]))
    const family = async (region: string) => {
      const { get } = apiOf(appAs(host, { region }))
      return (await get<EgoFigures>('/supply/figures', { region, firm: code(3) })).family
    }
    expect(await family(heping)).toMatchObject({ parent: { name: '某某虚构集团' } })
    expect(await family(tiexi)).toEqual({ parent: null, children: [], siblings: [] })
  })

  it('is nothing for visitors, its cards neither', async () => {
    const visitor = { cookie: 'audience=visitor' }
    const { suppliersRef } = await product.api.get<EgoFigures>('/supply/figures', VIEW)
    for (const route of [`/supply/network?${product.api.queryOf(VIEW)}`, `/figures/card?ref=${suppliersRef}`])
      expect((await product.api.send('GET', route, undefined, visitor)).status).toBe(403)
    // Not by the guard of routes alone.
    const asked = createSource(product.host.context).supplyNetwork(asVisitor(LOCAL_PRINCIPAL), NetworkQuery.parse(VIEW))
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
