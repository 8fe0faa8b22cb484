import { Criticality, type CriticalityQuery } from '@contract/criticality'
import { KnockOut, type KnockOutRequest } from '@contract/knockOut'
import {
  EgoFigures,
  LinkCard,
  Network,
  PartyList,
  SupplyPath,
  type EgoQuery,
  type LinkQuery,
  type NetworkQuery,
  type PartyQuery,
  type PathQuery,
} from '@contract/supply'
import { apiUrl, getJson, postForFile, sendJson, type RequestOptions } from './http'

export function fetchParties(query: PartyQuery, options?: RequestOptions) {
  return getJson('/supply/parties', PartyList, query, options)
}

export function fetchNetwork(query: NetworkQuery, options?: RequestOptions) {
  return getJson('/supply/network', Network, query, options)
}

export function networkWorkbookUrl(query: NetworkQuery): string {
  return apiUrl('/supply/network/export.xlsx', query)
}

/** 谁说的、什么时候说的. */
export function fetchLinkCard(query: LinkQuery, options?: RequestOptions) {
  return getJson('/supply/link', LinkCard, query, options)
}

export function fetchSupplyPath(query: PathQuery, options?: RequestOptions) {
  return getJson('/supply/path', SupplyPath, query, options)
}

export function fetchEgoFigures(query: EgoQuery, options?: RequestOptions) {
  return getJson('/supply/figures', EgoFigures, query, options)
}

/** 整零共同体成员名单. */
export function communityWorkbookUrl(query: EgoQuery): string {
  return apiUrl('/supply/community/export.xlsx', query)
}

/** 推演停摆; nothing is written. */
export function runKnockOut(request: KnockOutRequest, options?: RequestOptions) {
  return sendJson('POST', '/supply/knock-out', KnockOut, request, options)
}

/** The whole result as a workbook; asked anew, so the same request gives the same numbers. */
export function downloadKnockOut(request: KnockOutRequest, options?: RequestOptions) {
  return postForFile('/supply/knock-out/export.xlsx', request, options)
}

export function fetchCriticality(query: CriticalityQuery, options?: RequestOptions) {
  return getJson('/supply/criticality', Criticality, query, options)
}

export function criticalityWorkbookUrl(query: CriticalityQuery): string {
  return apiUrl('/supply/criticality/export.xlsx', query)
}
