import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startChild } from './child'
import { spread } from './figures'
import type { ImportRun } from './importRun'
import { realFile } from './realFile'
import { STORES, withStore, type StoreKind } from './stores'
import { writeSyntheticWorkbook } from './syntheticWorkbook'

const RUNS = 3
const WORKBOOK_ROWS = 200_000

/** 导入: rows per second from file to staged and from staged to published. */
export async function benchImport(): Promise<void> {
  const register = realFile('register-liaoning.csv')
  const table: Record<string, string | number>[] = []
  for (const kind of STORES) {
    if (register) table.push(...(await line(kind, 'register-liaoning.csv', register, RUNS)))
  }
  const workbook = path.join(os.tmpdir(), `bench-${process.pid}.xlsx`)
  try {
    await writeSyntheticWorkbook(workbook, WORKBOOK_ROWS)
    for (const kind of STORES) table.push(...(await line(kind, `generated ${WORKBOOK_ROWS} rows .xlsx`, workbook, 1)))
  } finally {
    rmSync(workbook, { force: true })
  }
  console.table(table)
}

async function line(
  kind: StoreKind,
  name: string,
  file: string,
  runs: number,
): Promise<Record<string, string | number>[]> {
  const results: ImportRun[] = []
  for (let run = 0; run < runs; run += 1) {
    const result = await withStore(kind, async (store) => {
      const child = await startChild<ImportRun>('./importRun.ts', [file], store)
      await child.stop()
      return child.answer
    })
    if (result === null) return []
    results.push(result)
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
    console.log(`${kind}, ${name}: read ${seconds(result.readMs)}, published ${seconds(result.publishMs)}`)
  }
  const [first] = results
  const perSecond = (ms: (run: ImportRun) => number) => spread(results.map((run) => (run.rows * 1000) / ms(run)))
  return [
    {
      file: name,
      store: kind,
      runs,
      rows: first?.rows ?? 0,
      accepted: first?.accepted ?? 0,
      linked: first?.linked ?? 0,
      'read rows/s': perSecond((run) => run.readMs),
      'publish s': spread(
        results.map((run) => run.publishMs / 1000),
        1,
      ),
      'all rows/s': perSecond((run) => run.readMs + run.publishMs),
      'peak MB': spread(results.map((run) => run.peakRssMb)),
    },
  ]
}
