import { beforeAll, describe, expect, it } from 'vitest'
import { CNC } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { firms, registerCsv } from '../fixtures/registers'

const LN = 'region=210000'

describeApi('a request', (product) => {
  let batch = ''
  beforeAll(async () => {
    batch = (await product.api.importFile(registerCsv(firms(3)))).id
  })

  describe('that asks for what does not exist is answered by a problem naming the field', () => {
    it.each([
      [`/panorama?${LN}&chain=${CNC}&colour=red`, 400, 'colour'],
      [`/panorama?chain=${CNC}`, 400, 'region'],
      [`/panorama?region=21&chain=${CNC}`, 400, 'region'],
      [`/panorama?region=999999&chain=${CNC}`, 404, 'region'],
      [`/panorama?${LN}&chain=nothing`, 404, 'chain'],
      [`/panorama?${LN}&chain=UPPER`, 400, 'chain'],
      [`/panorama?${LN}&chain=${CNC}&scope=huge`, 400, 'scope'],
      [`/panorama?${LN}&chain=${CNC}&mode=then`, 400, 'mode'],
      [`/panorama?${LN}&chain=${CNC}&period=25`, 400, 'period'],
      [`/panorama?${LN}&chain=${CNC}&dataset=fake`, 400, 'dataset'],
      [`/enterprises?${LN}&limit=0`, 400, 'limit'],
      [`/enterprises?${LN}&limit=201`, 400, 'limit'],
      [`/enterprises?${LN}&limit=many`, 400, 'limit'],
      [`/enterprises?${LN}&sort=luck`, 400, 'sort'],
      [`/enterprises?${LN}&cursor=rubbish`, 400, 'cursor'],
      [`/enterprises?${LN}&cursor=%25`, 400, 'cursor'],
      [`/enterprises?${LN}&honour=best`, 400, 'honour'],
      [`/enterprises?${LN}&county=999999`, 404, 'county'],
      [`/enterprises?${LN}&chain=nothing`, 404, 'chain'],
      [`/enterprises?${LN}&q=${'长'.repeat(65)}`, 400, 'q'],
      [`/enterprises/${fictionalCode(77)}`, 404, 'creditCode'],
      ['/enterprises/SHORT', 400, 'creditCode'],
      [`/search?${LN}&chain=${CNC}&q=`, 400, 'q'],
      ['/regions/999999', 404, 'region'],
      ['/regions/abc', 400, 'region'],
      ['/chains?region=210000&limit=3', 400, 'limit'],
      ['/chains/nothing/pack', 404, 'chain'],
      [`/chains/${CNC}/pack?edition=1066`, 404, 'edition'],
      ['/jobs/none', 404, 'id'],
      ['/batches/20250101000000-ffffffff', 404, 'id'],
      ['/batches/x', 404, 'id'],
      ['/templates/invoices', 400, 'kind'],
    ])('GET %s → %i %s', async (route, status, field) => {
      expect(await product.api.refusal('GET', route)).toMatchObject({ status, problem: { status, field } })
    })
  })

  it('with a wrong cursor for a sort by number is refused, not broken', async () => {
    const cursor = encodeURIComponent(encodeURIComponent(JSON.stringify(['abc', fictionalCode(1)])))
    expect(await product.api.refusal('GET', `/enterprises?${LN}&sort=revenue&cursor=${cursor}`)).toMatchObject({
      status: 400,
      problem: { field: 'cursor' },
    })
  })

  it('to no interface at all gets a problem document too', async () => {
    expect((await product.api.refusal('GET', '/nowhere')).status).toBe(404)
    expect((await product.api.refusal('DELETE', `/batches/${batch}`)).status).toBe(404)
  })

  it('with a body that is not JSON is refused', async () => {
    const response = await product.api.send('POST', '/memberships', new Blob(['{']), {
      'content-type': 'application/json',
    })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  it.each([`/panorama?${LN}&chain=${CNC}`, `/enterprises?${LN}&chain=${CNC}`])(
    'that is repeated costs nothing while the data stay: GET %s',
    async (route) => {
      const { api } = product
      const first = await api.send('GET', route)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"/u)
      const again = await api.send('GET', route, undefined, { 'if-none-match': tag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
      await api.importFile(registerCsv(firms(1)))
      const changed = await api.send('GET', route, undefined, { 'if-none-match': tag })
      expect(changed.status).toBe(200)
      expect(changed.headers.get('etag')).not.toBe(tag)
    },
  )

  it('for health, readiness and version is answered', async () => {
    const { api, host } = product
    expect(await api.get('/health')).toEqual({ status: 'ok' })
    expect(await api.get('/ready')).toEqual({ status: 'ready', detail: null })
    expect(await api.get('/version')).toMatchObject({ database: host.database.kind })
  })
})
