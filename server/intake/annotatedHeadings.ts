import { headerKey } from '@domain/register/headerText'

/** The columns that the annotated copy adds; in a copy that comes back they are not data. */
export const RESULT_HEADING = '处理结果'
export const ADVICE_HEADING = '问题与建议'

export function isResultHeading(header: string): boolean {
  const key = headerKey(header)
  return key === RESULT_HEADING || key === ADVICE_HEADING
}
