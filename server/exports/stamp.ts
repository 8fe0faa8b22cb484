import type { DivisionMode, Scope } from '@contract/common'
import { MODES, SCOPES } from '../source/method'

interface Stamped {
  period: string | null
  scope: Scope
  /** Left out where the divisions of former times make no difference. */
  mode?: DivisionMode
}

/** 统计期、口径、区划 in the first lines of a sheet: without them two printed tables cannot be told apart. */
export const stampOf = ({ period, scope, mode }: Stamped): string =>
  [`统计期：${period ?? '—'}`, `口径：${SCOPES[scope]}`, ...(mode ? [`区划：${MODES[mode]}`] : [])].join('　')
