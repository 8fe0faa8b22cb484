import type { ZodType } from 'zod'
import { Problem } from '../common'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** The refusals every operation may give. */
export const PROBLEMS = {
  400: problem('参数有误：指出是哪一个、为什么'),
  403: problem('无权查看该地区'),
  404: problem('没有这个对象'),
  409: problem('与当前状态冲突'),
  500: problem('服务内部错误'),
} as const

/** A JSON answer beside the refusals. */
export function json<T extends ZodType>(schema: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } }, ...PROBLEMS } as const
}

/** An answer that also obeys If-None-Match. */
export function versioned<T extends ZodType>(schema: T, description: string) {
  return { ...json(schema, description), 304: { description: '数据版本未变' } } as const
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook to download. */
export function workbook(description: string) {
  return {
    200: { description, content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } },
    ...PROBLEMS,
  } as const
}

export { XLSX }
