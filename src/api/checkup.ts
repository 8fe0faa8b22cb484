import { Checkup, type CheckupQuery } from '@contract/checkup'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchCheckup(query: CheckupQuery, options?: RequestOptions) {
  return getJson('/checkup', Checkup, query, options)
}

export function checkupWorkbookUrl(query: CheckupQuery): string {
  return apiUrl('/checkup/export.xlsx', query)
}
