import { ChainList, ChainPackDocument, Job, PackUploadAnswer } from '@contract/chains'
import { apiUrl, getJson, sendJson, type RequestOptions } from './http'

export function fetchChains(region: string, options?: RequestOptions) {
  return getJson('/chains', ChainList, { region }, options)
}

export function fetchChainPack(chain: string, edition?: string, options?: RequestOptions) {
  return getJson(packPath(chain), ChainPackDocument, { edition }, options)
}

export function chainPackUrl(chain: string, edition?: string): string {
  return apiUrl(packPath(chain), { edition })
}

/** With `dryRun` the pack is only judged; without, it becomes the active edition unless it has errors. */
export function uploadChainPack(pack: unknown, dryRun: boolean, options?: RequestOptions) {
  return sendJson('POST', '/chains', PackUploadAnswer, pack, { ...options, params: { dryRun: String(dryRun) } })
}

export function fetchJob(id: string, options?: RequestOptions) {
  return getJson(`/jobs/${encodeURIComponent(id)}`, Job, {}, options)
}

const packPath = (chain: string) => `/chains/${encodeURIComponent(chain)}/pack`
