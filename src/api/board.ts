import { Board, type BoardQuery } from '@contract/board'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchBoard(query: BoardQuery, options?: RequestOptions) {
  return getJson('/indicators/board', Board, query, options)
}

export function boardWorkbookUrl(query: BoardQuery): string {
  return apiUrl('/indicators/board/export.xlsx', query)
}
