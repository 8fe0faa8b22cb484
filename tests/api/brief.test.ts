import { beforeAll, describe, expect, it } from 'vitest'
import type { Brief } from '@contract/brief'
import type { Clusters, ClusterStory } from '@contract/clusters'
import type { FigureCard } from '@contract/figures'
import { countWords, moneyWords, quotientWords, shareWords } from '@domain/brief/amounts'
import { apiOf, VIEW, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { firms, registerCsv } from '../fixtures/registers'

const DALIAN = '210200'

describeApi('the one-pager', (product) => {
  const read = (query: Query = {}) => product.api.get<Brief>('/brief', { ...VIEW, region: DALIAN, ...query })
  const textOf = ({ sentences }: Brief, id: string) =>
    sentences
      .find((one) => one.id === id)
      ?.segments.map(({ text }) => text)
      .join('') ?? ''
  const everything = ({ sentences }: Brief) =>
    sentences.flatMap(({ segments }) => segments.map(({ text }) => text)).join('')

  it('has nothing to say of an empty product', async () => {
    const brief = await read()
    expect(everything(brief)).toMatch(/^2\d{3}年大连市数控机床产业链没有企业（0 家）。$/u)
    expect(brief.figures.find(({ name }) => name === '营业收入')).toMatchObject({ value: null, missing: '未报送' })
  })

  describe('of a city', () => {
    beforeAll(async () => {
      await product.api.importFile(registerCsv(firms(120)))
    })

    it('says to the digit what the map and the panorama say', async () => {
      const brief = await read()
      const panorama = await product.api.panorama({ region: DALIAN })
      const story = await product.api.get<ClusterStory>('/clusters/story', { ...VIEW, region: DALIAN })
      const status = textOf(brief, 'status')
      expect(status).toContain(`有企业 ${countWords(panorama.figures.enterprises, '家')}`)
      if (panorama.figures.revenueWan !== null) expect(status).toContain(moneyWords(panorama.figures.revenueWan))
      expect(status).toContain(`第 ${story.rank} 位`)
      expect(status).toContain(shareWords(story.shareRatio ?? ''))
      if (story.own?.quotient) expect(status).toContain(`区位商 ${quotientWords(story.own.quotient)}`)
      const missing = panorama.nodes.filter(({ strength }) => strength === 'missing')
      expect(textOf(brief, 'problems')).toContain(`缺 ${missing.length} 个环节`)
      expect(brief.nodes.map(({ strength, total }) => [strength, total])).toEqual([
        ['strong', panorama.strengths.strong],
        ['weak', panorama.strengths.weak],
        ['missing', panorama.strengths.missing],
      ])
    })

    it('cites cards that say the same number', async () => {
      const { citations } = await read()
      expect(citations.map(({ mark }) => mark)).toEqual(citations.map((_citation, at) => at + 1))
      for (const { ref, value, subject } of citations.filter((one) => one.ref !== null)) {
        const card = await product.api.get<FigureCard>('/figures/card', { ref: ref ?? '' })
        expect(digits(card.text), `${subject} ${value} against ${card.text}`).toContain(digits(value).split('.')[0])
        expect(card.suppressed).toBeNull()
      }
    })

    it('advises only with nodes, numbers and regions that the map bears out', async () => {
      const brief = await read()
      const advice = textOf(brief, 'advice')
      const partners = brief.citations.filter(({ ref }) => ref !== null && !ref.includes(`.${DALIAN}.`))
      for (const { ref, value } of partners) {
        const [, region = '', , , node = ''] = ref?.split('.') ?? []
        const clusters = await product.api.get<Clusters>('/clusters', { ...VIEW, node, level: 'city' })
        const own = clusters.regions.find(({ code }) => code === region)
        expect([countWords(own?.figures.enterprises ?? -1, '家'), own?.quotient]).toContain(value)
        expect(advice).toContain(own?.name)
      }
    })

    it.each(['210000', '210213', '210106', '211300'])('is sound Chinese for %s', async (region) => {
      const text = everything(await read({ region }))
      expect(text).not.toMatch(/undefined|null|NaN|[，；、][，；、。]|（）|。[，；]/u)
      expect(text).toMatch(/。$/u)
    })

    it('is the same for visitors, who read no single enterprise in it', async () => {
      const visitor = apiOf(appAs(product.host, { audience: 'visitor', seesUnits: false }))
      expect(await visitor.get<Brief>('/brief', { ...VIEW, region: DALIAN })).toEqual(await read())
    })

    it('names no partner outside what one may see', async () => {
      const dalian = apiOf(appAs(product.host, { region: DALIAN }))
      const { citations } = await dalian.get<Brief>('/brief', { ...VIEW, region: DALIAN })
      const regions = citations.flatMap(({ ref }) => ref?.split('.')[1] ?? [])
      expect(new Set(regions.filter((code) => code !== '210000'))).toEqual(new Set([DALIAN]))
    })

    it('answers with an entity tag, refuses the whole country and a chain that is none', async () => {
      const path = `/brief?${product.api.queryOf({ ...VIEW, region: DALIAN })}`
      const first = await product.api.send('GET', path)
      const again = await product.api.send('GET', path, undefined, { 'if-none-match': first.headers.get('etag') ?? '' })
      expect(again.status).toBe(304)
      const { queryOf, refusal } = product.api
      expect((await refusal('GET', `/brief?${queryOf({ ...VIEW, region: '100000' })}`)).status).toBe(400)
      expect((await refusal('GET', `/brief?${queryOf({ ...VIEW, chain: 'no-such-chain' })}`)).status).toBe(404)
    })
  })

  it('writes nothing with revenue that is an estimate only, and marks it in the table', async () => {
    const estimated = { province: '370000', dataClass: 'estimated', fileName: '推算.csv' }
    const shandong = firms(40, 300).map((one) => ({ ...one, city: '济南市', county: '历下区' }))
    await product.api.importFile(registerCsv(shandong), estimated)
    const brief = await read({ region: '370100' })
    expect(everything(brief)).toContain('有企业')
    expect(everything(brief)).not.toContain('营业收入 ')
    expect(brief.figures.find(({ name }) => name === '营业收入')?.estimated).toBe('名录全部为推算数据')
  })
})

const digits = (text: string) => text.replace(/[^\d.]/gu, '')
