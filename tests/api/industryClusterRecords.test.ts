import { beforeAll, expect, it } from 'vitest'
import type { IndustryCluster, IndustryClusterList, IndustryClusterProfile } from '@contract/industryClusters'
import { apiOf, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { clusterDraft, JINZHOU, TIEXI, YUHONG } from '../fixtures/industryClusters'
import { firms, registerCsv } from '../fixtures/registers'

const HERE = { region: LIAONING }

describeApi('industry clusters as records', (product) => {
  const list = () => product.api.get<IndustryClusterList>('/industry-clusters', { ...HERE, dataset: 'real' })
  const names = async () => (await list()).clusters.map(({ cluster }) => cluster.name)
  const refused = (draft: object) => product.api.refusal('POST', '/industry-clusters', draft)

  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(20)))
  })

  it('are made, changed, removed and restored; the entity tag follows every step', async () => {
    const { api } = product
    const tags: (string | null)[] = []
    const note = async () =>
      tags.push((await api.send('GET', `/industry-clusters?region=${LIAONING}`)).headers.get('etag'))
    await note()
    const made = await api.post<IndustryCluster>('/industry-clusters', clusterDraft({ name: '𠅤机集群' }))
    expect(made).toMatchObject({ name: '𠅤机集群', province: LIAONING, revision: 1, remarks: [] })
    expect(made.counties).toEqual([
      { code: TIEXI, name: '铁西区', cityName: '沈阳市' },
      { code: YUHONG, name: '于洪区', cityName: '沈阳市' },
    ])
    await note()
    const { dataset: _dataset, ...change } = clusterDraft({ name: '改名集群', counties: [JINZHOU, JINZHOU] })
    const changed = await api.put<IndustryCluster>(`/industry-clusters/${made.id}`, { ...change, revision: 1 })
    expect(changed).toMatchObject({ name: '改名集群', revision: 2, counties: [{ code: JINZHOU }] })
    await note()
    await api.send('DELETE', `/industry-clusters/${made.id}`)
    expect(await names()).toEqual([])
    expect((await api.refusal('GET', `/industry-clusters/${made.id}`)).status).toBe(404)
    await note()
    await api.post(`/industry-clusters/${made.id}/restore`)
    expect(await names()).toEqual(['改名集群'])
    await note()
    expect(new Set(tags).size).toBe(tags.length)
    const again = await api.send('GET', `/industry-clusters?region=${LIAONING}`, undefined, {
      'if-none-match': tags.at(-1) ?? '',
    })
    expect(again.status).toBe(304)
    await api.send('DELETE', `/industry-clusters/${made.id}`)
  })

  it('are not overwritten by someone who saw an older state', async () => {
    const { api } = product
    const made = await api.post<IndustryCluster>('/industry-clusters', clusterDraft({ name: '并发集群' }))
    const { dataset: _dataset, ...change } = clusterDraft({ name: '先改的' })
    await api.put(`/industry-clusters/${made.id}`, { ...change, revision: 1 })
    const late = await api.refusal('PUT', `/industry-clusters/${made.id}`, { ...change, name: '后改的', revision: 1 })
    expect(late).toMatchObject({ status: 409, problem: { detail: expect.stringContaining('刷新') } })
    expect(await names()).toEqual(['先改的'])
    await api.send('DELETE', `/industry-clusters/${made.id}`)
  })

  it('have one name in a province, which a removed one gives up', async () => {
    const { api } = product
    const first = await api.post<IndustryCluster>('/industry-clusters', clusterDraft())
    expect(await refused(clusterDraft({ name: ` ${clusterDraft().name} ` }))).toMatchObject({
      status: 409,
      problem: { field: 'name' },
    })
    await api.send('DELETE', `/industry-clusters/${first.id}`)
    const second = await api.post<IndustryCluster>('/industry-clusters', clusterDraft())
    expect(await api.refusal('POST', `/industry-clusters/${first.id}/restore`)).toMatchObject({ status: 409 })
    await api.send('DELETE', `/industry-clusters/${second.id}`)
  })

  it('of the demonstration never stand among the real ones', async () => {
    const { api } = product
    const made = await api.post<IndustryCluster>('/industry-clusters', clusterDraft({ dataset: 'demo' }))
    expect(await names()).toEqual([])
    const demo = await api.get<IndustryClusterList>('/industry-clusters', { ...HERE, dataset: 'demo' })
    expect(demo.clusters.map(({ cluster }) => cluster.id)).toEqual([made.id])
  })

  it.each([
    ['name', { name: '一' }, '2 至 60'],
    ['name', { name: '𠅤'.repeat(61) }, '现为 61 个字'],
    ['name', { name: '换\n行' }, '控制字符'],
    ['chain', { chain: 'no-such-chain' }, '没有产业链'],
    ['node', { node: 'no-such-node' }, '没有环节'],
    ['counties', { counties: [] }, '至少'],
    ['counties', { counties: Array.from({ length: 61 }, () => TIEXI) }, '不超过 60'],
    ['counties', { counties: ['219999'] }, '没有代码为 219999'],
    ['counties', { counties: ['210100'] }, '不是县'],
    ['counties', { counties: [TIEXI, '500103'] }, '同一省'],
    // 辽中县, since 2016 辽中区.
    ['counties', { counties: ['210122'] }, '请改选辽中区（210115）'],
  ])('refuse a wrong %s: %j', async (field, own, words) => {
    const { status, problem } = await refused(clusterDraft(own))
    expect(status).toBe(400)
    expect(problem.field?.split('.')[0]).toBe(field)
    expect(problem.detail).toContain(words)
  })

  it('take a name of 60 rare characters', async () => {
    const { api } = product
    const made = await api.post<IndustryCluster>('/industry-clusters', clusterDraft({ name: '𠅤'.repeat(60) }))
    await api.send('DELETE', `/industry-clusters/${made.id}`)
  })

  it('stay with the one who answers for every county of them', async () => {
    const { api, host } = product
    const shenyang = apiOf(appAs(host, { id: 's', name: '沈阳', region: '210100' }))
    const wide = await api.post<IndustryCluster>(
      '/industry-clusters',
      clusterDraft({ name: '跨市集群', counties: [TIEXI, JINZHOU] }),
    )
    expect(await shenyang.refusal('POST', '/industry-clusters', clusterDraft({ counties: [JINZHOU] }))).toMatchObject({
      status: 403,
      problem: { field: 'counties' },
    })
    for (const [method, route] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/restore'],
    ] as const)
      expect((await shenyang.refusal(method, `/industry-clusters/${wide.id}${route}`)).status).toBe(403)
    const seen = await shenyang.get<IndustryClusterList>('/industry-clusters', { region: '210100', dataset: 'real' })
    expect(seen).toMatchObject({ clusters: [], hidden: 1 })
    const own = await shenyang.post<IndustryCluster>('/industry-clusters', clusterDraft({ name: '本市集群' }))
    expect((await shenyang.get<IndustryClusterProfile>(`/industry-clusters/${own.id}`)).card.cluster.name).toBe(
      '本市集群',
    )
  })

  it('are asked for by province, never for the whole country', async () => {
    expect(await product.api.refusal('GET', '/industry-clusters?region=100000')).toMatchObject({
      status: 400,
      problem: { field: 'region' },
    })
  })
})
