import type { LoadState } from './useLatest'

/**
 * Why the table on screen cannot be exported now, undefined when it can: a workbook is made by asking the server anew,
 * which would answer the present filters while an older answer is shown.
 */
export function exportHold(state: LoadState): string | undefined {
  return HOLDS[state]
}

const HOLDS: Record<LoadState, string | undefined> = {
  'first-load': '数据还没有取到，暂不能导出',
  refreshing: '正在更新，更新完再导出',
  failed: '更新失败，显示的不是当前条件的数据；重试成功后再导出',
  ready: undefined,
}
