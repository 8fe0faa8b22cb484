import type { Dataset } from '@contract/common'
import {
  HonourCandidates,
  HonourSummary,
  Prescreening,
  type HonourCandidateQuery,
  type HonourQuery,
} from '@contract/honours'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchHonourSummary(query: HonourQuery, options?: RequestOptions) {
  return getJson('/honours/summary', HonourSummary, query, options)
}

export function fetchHonourCandidates(query: HonourCandidateQuery, options?: RequestOptions) {
  return getJson('/honours/candidates', HonourCandidates, query, options)
}

export function honourCandidatesWorkbookUrl(query: Omit<HonourCandidateQuery, 'after' | 'limit'>): string {
  return apiUrl('/honours/candidates/export.xlsx', query)
}

export interface PrescreeningWish {
  creditCode: string
  dataset: Dataset
  on?: string | undefined
}

export function fetchPrescreening({ creditCode, dataset, on }: PrescreeningWish, options?: RequestOptions) {
  return getJson(`/enterprises/${encodeURIComponent(creditCode)}/prescreening`, Prescreening, { dataset, on }, options)
}

/** 优质企业预筛补充表. */
export const prescreenTemplateUrl = () => apiUrl('/templates/register', { theme: 'prescreening' })
