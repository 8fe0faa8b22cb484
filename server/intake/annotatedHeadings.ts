import { headerKey } from '@domain/register/headerText'

/** The columns that the annotated copy adds; in a copy that comes back they are not data. */
export const RESULT_HEADING = '处理结果'
export const ADVICE_HEADING = '问题与建议'
export const ROW_HEADING = '原行号'

const ADDED = new Set([RESULT_HEADING, ADVICE_HEADING, ROW_HEADING])

export function isResultHeading(header: string): boolean {
  return ADDED.has(headerKey(header))
}
