import type { Batch, BatchCounts, BatchKind, BatchReport } from '@contract/batches'
import type { Scope } from '@contract/common'
import type { MappingOverrides, SavedMapping } from '@domain/register/mapping'
import { activePacks } from '../source/chainEditions'
import type { SourceContext } from '../source/context'
import { doubtsAgainstPublished } from '../source/figureComparison'
import { compareWithKnown, failBatch, finishBatch, stageRows } from '../source/staging'
import { crossCheckTrades } from '../source/supplyChecks'
import { editionsOf } from './editions'
import { IntakeRefusal } from './read/refusal'
import { reportOf, refusedReport } from './batchReport'
import type { IntakeRunner, ReadProgress } from './runner'

export interface ReadingRequest {
  batch: string
  fileName: string
  kind: BatchKind
  province: string
  period: string
  scope: Scope
  dataset: string
  mapping?: SavedMapping | undefined
  overrides?: MappingOverrides | undefined
}

interface ReadingParts {
  context: SourceContext
  runner: IntakeRunner
  report(error: unknown): void
}

/** One read of one file, from queued to staged or failed; holds the live figures meanwhile. */
export class Reading {
  live: Pick<Batch, 'progress' | 'counts'> | null = null
  readonly #stop = new AbortController()

  constructor(
    private readonly request: ReadingRequest,
    private readonly parts: ReadingParts,
  ) {}

  stop() {
    this.#stop.abort()
  }

  /** Never rejects: a failure is written to the batch, where the user sees it. */
  async run(): Promise<void> {
    const { context, report } = this.parts
    try {
      if (!this.#stop.signal.aborted) await this.#read()
    } catch (error) {
      if (this.#stop.signal.aborted) return
      if (!(error instanceof IntakeRefusal)) report(error)
      await failBatch(context, this.request.batch, ...failureOf(error, this.request.kind)).catch(report)
    }
  }

  async #read() {
    const { context, runner } = this.parts
    const { batch, kind, dataset } = this.request
    const packs = await activePacks(context)
    const summary = await runner.run(
      { ...this.request, packs },
      { rows: (rowsJson) => stageRows(context, rowsJson), progress: (progress) => this.#show(progress) },
      this.#stop.signal,
    )
    const known =
      kind === 'register' ? await compareWithKnown(context, batch, dataset) : { known: 0, renamed: [], linked: 0 }
    if (kind === 'figures') summary.notes.push(...(await doubtsAgainstPublished(context, batch, dataset)))
    if (kind === 'links') {
      const { problems, notes } = await crossCheckTrades(context, batch, dataset)
      summary.problems.push(...problems)
      summary.notes.push(...notes)
    }
    await finishBatch(context, batch, summary.counts, reportOf(summary, kind, known), editionsOf(packs))
  }

  #show({ ratio, counts }: ReadProgress) {
    this.live = { progress: ratio, counts: counts satisfies BatchCounts }
  }
}

const BROKEN = '读取时出现意外错误，未导入任何数据；请检查文件能否用 Excel 或 WPS 正常打开，另存为 .xlsx 或 .csv 后重试'

function failureOf(error: unknown, kind: BatchKind): [NonNullable<Batch['failure']>, BatchReport | null] {
  if (!(error instanceof IntakeRefusal)) return [{ code: 'unexpected', message: BROKEN }, null]
  return [{ code: error.code, message: error.message }, error.table ? refusedReport(error.table, kind) : null]
}
