import { beforeAll, describe, expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import type { EnterpriseDetail } from '@contract/enterprises'
import type { Panorama } from '@contract/panorama'
import type { RegionDetail } from '@contract/regions'
import { CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { firm, firms, registerCsv } from '../fixtures/registers'

const unlocated = firm(101, { city: '', county: '', products: '数控车床' })
const onlyInCity = firm(102, { city: '大连市', county: '', products: '数控车床' })

/** Codes of the divisions where nothing lies below. */
async function leavesOf(get: <T>(route: string) => Promise<T>, code: string): Promise<string[]> {
  const { children } = await get<RegionDetail>(`/regions/${code}`)
  if (children.length === 0) return [code]
  return (await Promise.all(children.map((child) => leavesOf(get, child.code)))).flat()
}

const countOf = (panorama: Panorama, node: string) =>
  panorama.nodes.find(({ id }) => id === node)?.figures.enterprises ?? 0

describeApi('the panorama', (product) => {
  let shown: Panorama
  let batch: Batch
  beforeAll(async () => {
    batch = await product.api.importFile(registerCsv([...firms(60), unlocated, onlyInCity]))
    shown = await product.api.panorama()
  })

  it('counts at every node, group and stage what the enterprise list there holds', async () => {
    const { api } = product
    expect(shown.figures.enterprises).toBeGreaterThan(40)
    for (const node of shown.nodes) {
      const { total, rows } = await api.allEnterprises({ node: node.id, limit: 200 })
      expect([node.id, total, rows.length]).toEqual([node.id, node.figures.enterprises, node.figures.enterprises])
    }
    for (const group of shown.groups) {
      expect((await api.enterprises({ group: group.id })).total, group.name).toBe(group.figures.enterprises)
    }
    for (const stage of shown.stages) {
      expect((await api.enterprises({ stage: stage.id })).total, stage.name).toBe(stage.figures.enterprises)
    }
  })

  it('counts an enterprise once in a group, a stage and the chain, however many nodes it works in', async () => {
    const { rows, total } = await product.api.allEnterprises({ limit: 200 })
    const codes = new Set(rows.map(({ creditCode }) => creditCode))
    expect([codes.size, total]).toEqual([shown.figures.enterprises, shown.figures.enterprises])
    const overNodes = shown.nodes.reduce((sum, node) => sum + node.figures.enterprises, 0)
    expect(overNodes).toBeGreaterThan(shown.figures.enterprises)
  })

  it('adds up: the counties and what is not located in one make the province', async () => {
    const { api } = product
    const counties = await leavesOf(api.get, LIAONING)
    const parts: Panorama[] = []
    for (const region of counties) parts.push(await api.panorama({ region }))
    const { rows } = await api.allEnterprises({ limit: 200 })
    const elsewhere = rows.filter(({ county }) => county === null || !counties.includes(county))
    expect(elsewhere.map(({ name }) => name).sort()).toEqual([unlocated.name, onlyInCity.name].sort())
    const inCounties = parts.reduce((sum, part) => sum + part.linkRate.enterprises, 0)
    expect(inCounties + elsewhere.length).toBe(shown.linkRate.enterprises)
    for (const node of shown.nodes) {
      const here = parts.reduce((sum, part) => sum + countOf(part, node.id), 0)
      const lost = (await api.allEnterprises({ node: node.id, limit: 200 })).rows.filter(
        ({ county }) => county === null || !counties.includes(county),
      )
      expect([node.id, here + lost.length]).toEqual([node.id, node.figures.enterprises])
    }
  })

  it('sums revenue exactly, and says null where nobody reported, never 0', async () => {
    const { rows } = await product.api.allEnterprises({ limit: 200 })
    const reported = rows.flatMap(({ revenueWan }) => (revenueWan === null ? [] : [Number(revenueWan)]))
    expect(shown.figures.revenueReporting).toBe(reported.length)
    expect(Number(shown.figures.revenueWan)).toBeCloseTo(
      reported.reduce((sum, value) => sum + value, 0),
      6,
    )
    for (const { figures } of shown.nodes) {
      expect(figures.revenueReporting === 0).toBe(figures.revenueWan === null)
    }
    const unreported = await product.api.panorama({ period: '2019' })
    expect(unreported.figures).toMatchObject({ revenueWan: null, revenueReporting: 0 })
  })

  it('narrows to 四上 and 规上工业 as the list does', async () => {
    const { api } = product
    const four = await api.panorama({ scope: 'four' })
    const above = await api.panorama({ scope: 'above' })
    expect((await api.enterprises({ scope: 'four' })).total).toBe(four.figures.enterprises)
    expect((await api.enterprises({ scope: 'above' })).total).toBe(above.figures.enterprises)
    expect(above.figures.enterprises).toBe(shown.figures.aboveScale)
    expect(above.linkRate.enterprises).toBeLessThan(four.linkRate.enterprises)
    expect(four.linkRate.enterprises).toBeLessThan(shown.linkRate.enterprises)
  })

  it('of a county compares with its province, and a province with nothing', async () => {
    const county = await product.api.panorama({ region: '210213' })
    expect(county.view.regionName).toBe('金州区')
    expect(county.nodes.some(({ locationQuotient }) => locationQuotient !== null)).toBe(true)
    expect(shown.nodes.every(({ locationQuotient }) => locationQuotient === null)).toBe(true)
  })

  describe('after a second register of the same enterprises under other names', () => {
    const renamed = firms(10).map((item) => ({ ...item, name: `更名${item.name}`, revenue: '' }))
    let second: Batch

    it('keeps one enterprise each, tells the conflict and keeps the history', async () => {
      const { api } = product
      second = await api.stage(registerCsv(renamed), { provider: '市场局', period: '2025' })
      expect(second.report).toMatchObject({ known: 10 })
      expect(second.report?.renamed).toContainEqual({
        creditCode: fictionalCode(1),
        name: renamed[0]?.name,
        earlierName: firm(1).name,
      })
      await api.publish(second.id)
      expect((await api.panorama()).linkRate.enterprises).toBe(shown.linkRate.enterprises)
      const detail = await api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(1)}`)
      expect(detail).toMatchObject({ name: renamed[0]?.name, otherNames: [firm(1).name] })
      expect(detail.history.map(({ name }) => name)).toEqual([renamed[0]?.name, firm(1).name])
      expect(detail.facts.map(({ batch: from }) => from)).toEqual([batch.id])
    })

    it('returns to what it was, to the byte, when the second register is withdrawn', async () => {
      const { api } = product
      expect(await api.post<Batch>(`/batches/${second.id}/withdraw`)).toMatchObject({ status: 'withdrawn' })
      const after = await api.panorama()
      const { version: _now, updatedAt: _at, ...view } = after.view
      const { version: _then, updatedAt: _before, ...wasView } = shown.view
      expect(JSON.stringify({ ...after, view })).toBe(JSON.stringify({ ...shown, view: wasView }))
      expect((await api.refusal('POST', `/batches/${second.id}/withdraw`)).status).toBe(409)
    })
  })

  it('empties when the only register is withdrawn', async () => {
    const { api } = product
    await api.post<Batch>(`/batches/${batch.id}/withdraw`)
    const empty = await api.panorama()
    expect(empty.linkRate).toMatchObject({ enterprises: 0, linked: 0, ratio: null })
    expect(empty.figures).toMatchObject({ enterprises: 0, revenueWan: null })
    expect(empty.view.chain).toBe(CNC)
  })
})
