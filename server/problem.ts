import type { Context } from 'hono'
import { type ZodError } from 'zod'
import type { Problem } from '@contract/common'
import { type SourceFailure } from './source/failure'

const STATUS = { 'not-found': 404, forbidden: 403, conflict: 409, invalid: 400 } as const
const TITLE: Record<number, string> = {
  400: '参数有误',
  403: '无权查看',
  404: '没有找到',
  409: '与当前状态冲突',
  413: '文件过大',
  500: '服务内部错误',
  503: '暂不可用',
}

type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 500 | 503

/** RFC 9457 problem document. */
export function problem(
  c: Context,
  status: ProblemStatus,
  detail: string,
  field?: string,
  faults: readonly string[] = [],
) {
  const body: Problem = {
    type: 'about:blank',
    title: TITLE[status] ?? '请求失败',
    status,
    detail,
    instance: c.req.path,
  }
  if (field) body.field = field
  if (faults.length > 0) body.faults = [...faults]
  return c.json(body, status, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** Names the field and says what is wrong with it; nothing is silently ignored. */
export function validationProblem(c: Context, error: ZodError) {
  const issue = error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : null
  const field = unknown ?? issue?.path.join('.') ?? ''
  const detail = unknown ? `不认识的参数：${unknown}` : `${field}：${issue?.message ?? '不合要求'}`
  return problem(c, 400, detail, field)
}

export function failureProblem(c: Context, failure: SourceFailure) {
  return problem(c, STATUS[failure.kind], failure.message, failure.field, failure.faults)
}
