import type { Batch } from '@contract/batches'
import type { Problem, Verdict } from '@domain/register/staged'
import { footerOf, type Workbook } from '../exports/workbook'
import { safeFileName } from '../sheet/names'
import { conflict } from '../source/failure'
import type { SourceContext } from '../source/context'
import { annotatedSheet } from './annotated'

const PAGE = 500

/** The user's own table back, each row with its verdict and what to do about it. */
export function annotatedWorkbook(context: SourceContext, batch: Batch): Workbook {
  if (!batch.report || batch.counts.rows === 0) throw conflict('该批次没有读入的行，无法生成标注表')
  const stem = batch.fileName.replace(/\.[^.]+$/u, '')
  const demo = batch.dataset === 'demo' && !stem.includes('演示数据') ? ['演示数据'] : []
  const footer = footerOf({ by: batch.createdBy, at: context.now() })
  return {
    fileName: safeFileName([stem, '预检结果', ...demo], context.now(), 'xlsx'),
    sheets: [
      annotatedSheet({ kind: batch.kind, columns: batch.report.columns, rows: stagedRows(context, batch.id), footer }),
    ],
  }
}

async function* stagedRows(context: SourceContext, batch: string) {
  for (let after = 0; ;) {
    const rows = await context.db
      .selectFrom('staged_row')
      .select(['row_no', 'verdict', 'problems', 'raw'])
      .where('batch_id', '=', batch)
      .where('row_no', '>', after)
      .orderBy('row_no')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      yield {
        row: row.row_no,
        verdict: row.verdict as Verdict,
        problems: JSON.parse(row.problems) as Problem[],
        raw: JSON.parse(row.raw) as string[],
      }
    }
    if (rows.length < PAGE) return
    after = rows[rows.length - 1]?.row_no ?? after
  }
}
