import type { Problem } from '@contract/common'

export type ApiFailure = 'aborted' | 'network' | 'http' | 'contract'

/** What went wrong and what the user can do about it. */
export function failureSentence(failure: ApiFailure, status?: number, problem?: Problem): string {
  if (failure === 'aborted') return '请求已取消。'
  if (failure === 'network') return '连不上服务器：请检查网络，或稍后重试。'
  if (failure === 'contract') return '服务器的回答不符合接口约定，请联系运维人员核对版本。'
  const said = problem?.detail ?? problem?.title
  if (said) return said
  if (status === 403) return '无权查看该地区。'
  if (status === 404) return '没有找到。'
  return status !== undefined && status >= 500 ? '服务器内部错误，请稍后重试。' : '请求被拒绝。'
}
