import type { Dataset } from '@contract/common'
import { EnterpriseDetail, EnterprisePage, type EnterpriseQuery, type OverrideRequest } from '@contract/enterprises'
import { apiUrl, getJson, sendJson, type RequestOptions } from './http'

export function fetchEnterprises(query: EnterpriseQuery, options?: RequestOptions) {
  return getJson('/enterprises', EnterprisePage, query, options)
}

export function enterprisesWorkbookUrl(query: Omit<EnterpriseQuery, 'cursor' | 'limit'>): string {
  return apiUrl('/enterprises/export.xlsx', query)
}

export function fetchEnterprise(creditCode: string, dataset?: Dataset, options?: RequestOptions) {
  return getJson(`/enterprises/${encodeURIComponent(creditCode)}`, EnterpriseDetail, { dataset }, options)
}

/** 人工调整; answers the enterprise as it stands afterwards. */
export function overrideMembership(request: OverrideRequest) {
  return sendJson('POST', '/memberships', EnterpriseDetail, request)
}
