import { expect, vi } from 'vitest'
import { API_BASE, type App } from '@server/app'
import type { Batch } from '@contract/batches'
import type { Problem } from '@contract/common'
import type { EnterprisePage, EnterpriseRow } from '@contract/enterprises'
import type { Panorama } from '@contract/panorama'

export type Query = Record<string, string | number | undefined>

export interface Upload {
  kind?: string
  province?: string
  provider?: string
  period?: string
  scope?: string
  dataClass?: string
  fileName?: string
}

export const LIAONING = '210000'
export const CNC = 'cnc-machine-tools'
export const VIEW = { region: LIAONING, chain: CNC }

const queryOf = (query: Query) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  )

/** Requests and their answers; an answer that is a refusal throws. */
function wireOf(app: Pick<App, 'request'>) {
  const send = async (method: string, route: string, body?: Blob | object, headers: Record<string, string> = {}) => {
    const isFile = body instanceof Blob
    const init: RequestInit = {
      method,
      headers: { ...(body && !isFile ? { 'content-type': 'application/json' } : {}), ...headers },
    }
    if (body) init.body = isFile ? body : JSON.stringify(body)
    return app.request(`${API_BASE}${route}`, init)
  }
  const answer = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const get = async <T>(route: string, query: Query = {}) => answer<T>(await send('GET', `${route}?${queryOf(query)}`))
  const post = async <T>(route: string, body?: object) => answer<T>(await send('POST', route, body))
  const put = async <T>(route: string, body: object) => answer<T>(await send('PUT', route, body))
  /** A request that must be refused: the status and the problem document. */
  const refusal = async (method: string, route: string, body?: Blob | object) => {
    const response = await send(method, route, body)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    return { status: response.status, problem: (await response.json()) as Problem }
  }
  return { send, answer, get, post, put, refusal, queryOf }
}

type Wire = ReturnType<typeof wireOf>

/** Handing files over. */
function intakeOf({ get, post, send, answer }: Wire) {
  const settled = (id: string, timeout = 60_000) =>
    vi.waitFor(
      async () => {
        const batch = await get<Batch>(`/batches/${id}`)
        expect(batch.status).not.toBe('reading')
        return batch
      },
      { timeout, interval: 50 },
    )

  /** Hands a file over without waiting for it to be read. */
  const upload = async (file: Blob, fields: Upload = {}) => {
    const query = {
      kind: 'register',
      province: LIAONING,
      provider: '虚构局',
      period: '2025',
      fileName: '名录.csv',
      ...fields,
    }
    return answer<Batch>(await send('POST', `/batches?${queryOf(query)}`, file))
  }
  /** Hands a file over and waits for the report. */
  const stage = async (file: Blob, fields: Upload = {}, timeout?: number) =>
    settled((await upload(file, fields)).id, timeout)
  const publish = (id: string) => post<Batch>(`/batches/${id}/publish`)
  const importFile = async (file: Blob, fields: Upload = {}) => {
    const batch = await stage(file, fields)
    expect(batch.failure).toBeNull()
    return publish(batch.id)
  }
  return { settled, upload, stage, publish, importFile }
}

/** Looking at the result. */
function viewsOf({ get }: Wire) {
  const panorama = (query: Query = {}) => get<Panorama>('/panorama', { ...VIEW, ...query })
  const enterprises = (query: Query = {}) => get<EnterprisePage>('/enterprises', { ...VIEW, ...query })
  const allEnterprises = async (query: Query = {}) => {
    const rows: EnterpriseRow[] = []
    for (let cursor: string | undefined; ;) {
      const page = await enterprises({ ...query, cursor })
      rows.push(...page.rows)
      if (page.nextCursor === null) return { total: page.total, rows }
      cursor = page.nextCursor
    }
  }
  return { panorama, enterprises, allEnterprises }
}

/** What people do with the API, in their words. */
export function apiOf(app: Pick<App, 'request'>) {
  const wire = wireOf(app)
  return { ...wire, ...intakeOf(wire), ...viewsOf(wire) }
}

export type Api = ReturnType<typeof apiOf>
