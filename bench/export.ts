import { startChild } from './child'
import type { ExportRun } from './exportRun'
import { STORES, withStore } from './stores'

/** As a whole province with every enterprise on the statistics list. */
const ENTERPRISES = 100_000

/** 导出: does a workbook of a whole province need more memory than one of a county? */
export async function benchExport(): Promise<void> {
  const table: Record<string, string | number>[] = []
  for (const kind of STORES) {
    const runs = await withStore(kind, async (store) => {
      const child = await startChild<ExportRun>('./exportRun.ts', [String(ENTERPRISES)], store)
      await child.stop()
      return child.answer.exports
    })
    for (const { rows, bytes, ms, restMb, peakMb } of runs ?? [])
      table.push({
        store: kind,
        rows,
        'MB written': Number((bytes / 1024 / 1024).toFixed(1)),
        seconds: Number((ms / 1000).toFixed(1)),
        'rows/s': Math.round((rows / ms) * 1000),
        'MB before': Math.round(restMb),
        'MB more at the peak': Math.round(peakMb - restMb),
      })
  }
  console.table(table)
}
