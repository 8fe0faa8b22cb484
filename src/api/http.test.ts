// @vitest-environment happy-dom
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ApiError, apiUrl, failureMessage, getJson, postForFile, sendJson } from './http'

const network = setupServer()
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

const Answer = z.object({ count: z.int() })
const failing = async (work: Promise<unknown>) => (await work.catch((reason: unknown) => reason)) as ApiError

describe('the edge to the server', () => {
  it('gives parsed data and sends no parameter without a value', async () => {
    let asked = ''
    network.use(
      http.get('*/api/v1/things', ({ request }) => {
        asked = new URL(request.url).search
        return HttpResponse.json({ count: 2, more: true })
      }),
    )
    expect(await getJson('/things', Answer, { region: '210000', period: undefined })).toEqual({ count: 2 })
    expect(asked).toBe('?region=210000')
  })

  it('carries the problem document of a refusal', async () => {
    const problem = {
      type: 'about:blank',
      title: '参数有误',
      status: 400,
      detail: '统计期写法应如 2025',
      field: 'period',
    }
    network.use(http.post('*/api/v1/things', () => HttpResponse.json(problem, { status: 400 })))
    const error = await failing(sendJson('POST', '/things', Answer, {}))
    expect([error.failure, error.status, error.problem?.field]).toEqual(['http', 400, 'period'])
    expect(error.userMessage).toBe('统计期写法应如 2025')
  })

  it.each([
    ['network', () => HttpResponse.error(), '连不上服务器'],
    ['contract', () => HttpResponse.json({ count: 'two' }), '不符合接口约定'],
    ['http', () => new HttpResponse('<html>', { status: 502 }), '服务器内部错误'],
  ] as const)('tells a %s failure apart', async (failure, answer, words) => {
    network.use(http.get('*/api/v1/things', answer))
    const error = await failing(getJson('/things', Answer, {}))
    expect(error.failure).toBe(failure)
    expect(failureMessage(error)).toContain(words)
  })

  it('hands over a file under the name the server gives, and its refusal as a sentence', async () => {
    const headers = {
      'Content-Disposition': `attachment; filename="x"; filename*=UTF-8''${encodeURIComponent('𠅤.xlsx')}`,
    }
    network.use(
      http.post('*/api/v1/file', () => HttpResponse.arrayBuffer(new TextEncoder().encode('ab').buffer, { headers })),
    )
    const { blob, name } = await postForFile('/file', {})
    expect([await blob.text(), name]).toEqual(['ab', '𠅤.xlsx'])
    const problem = { type: 'about:blank', title: '参数有误', status: 400, detail: '至多 20 个对象' }
    network.use(http.post('*/api/v1/file', () => HttpResponse.json(problem, { status: 400 })))
    expect((await failing(postForFile('/file', {}))).userMessage).toBe('至多 20 个对象')
  })

  it('calls a cancelled request cancelled', async () => {
    network.use(http.get('*/api/v1/things', () => HttpResponse.json({ count: 1 })))
    const control = new AbortController()
    const work = failing(getJson('/things', Answer, {}, { signal: control.signal }))
    control.abort()
    expect((await work).failure).toBe('aborted')
  })

  it('writes the address of a download', () => {
    expect(apiUrl('/panorama/export.xlsx', { region: '210000', dataset: undefined })).toBe(
      '/api/v1/panorama/export.xlsx?region=210000',
    )
  })
})
