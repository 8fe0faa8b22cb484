import { createFigureJudge } from '@domain/regionFigures/judgeFigures'
import { judgeRow } from '@domain/register/judgeRow'
import type { KindSpec } from '@domain/register/kinds'
import type { RawRow } from '@domain/register/mapping'
import type { StagedRow } from '@domain/register/staged'
import { FUNCTIONAL_AREAS, INDICATORS, regionBook } from '../catalogue'
import type { AnalysisInput, AnalysisTools } from './analyse'
import type { OpenedRegister } from './openRegister'

/** Judges the rows of one file, in file order; null for a 合计 that belongs to nothing. */
export type RowJudge = (raw: RawRow, isTotal: boolean) => StagedRow | null

export function rowJudge(
  kind: KindSpec,
  input: AnalysisInput,
  register: OpenedRegister,
  tools: AnalysisTools,
): RowJudge {
  const { province, period: batchPeriod } = input
  if (kind.id === 'figures') {
    const { judge } = createFigureJudge({
      catalogue: INDICATORS,
      regions: regionBook(),
      areas: FUNCTIONAL_AREAS,
      province,
      batchPeriod,
      columns: register.kept,
      sample: register.sample,
    })
    return judge
  }
  const context = { kind, province, batchPeriod, columns: register.kept, ...tools, seen: new Map() }
  return (raw) => judgeRow(raw, context)
}
