import type { z } from 'zod'
import type { Batch, BatchKind, MappingRequest, UploadFields } from '@contract/batches'
import type { MappingOverrides, SavedMapping } from '@domain/register/mapping'
import { parsePeriod } from '@domain/period/period'
import { cancelBatch, listBatches, publishBatch, readBatch } from '../source/batches'
import { activePacks } from '../source/chainEditions'
import { COUNTRY, requireRegion, type SourceContext } from '../source/context'
import { conflict, invalid } from '../source/failure'
import type { Principal } from '../source/principal'
import { openBatch, restartBatch, savedMapping, saveMapping } from '../source/staging'
import { annotatedWorkbook } from './annotatedBatch'
import type { ClassifyJobs } from './classifyJobs'
import { editionsOf } from './editions'
import { FileTooLarge, type FileStore } from './files'
import { LIMITS } from './read/limits'
import { Reading, type ReadingRequest } from './reading'
import type { IntakeRunner } from './runner'
import { INDICATORS } from '../catalogue'
import { figureTemplate } from './figureTemplate'
import { prescreenTemplate } from './prescreenTemplate'
import { templateWorkbook } from './templateBook'

type Fields = z.output<typeof UploadFields>

interface DeskParts {
  context: SourceContext
  files: FileStore
  runner: IntakeRunner
  jobs: ClassifyJobs
  report(error: unknown): void
}

/** 接入台: takes files in, has them read one after another, and answers for their progress until they are decided. */
export class IntakeDesk {
  readonly #readings = new Map<string, Reading>()
  readonly #publishing = new Set<string>()
  // One file at a time: a second reader would only take the first one's processor and memory.
  #queue: Promise<void> = Promise.resolve()

  constructor(private readonly parts: DeskParts) {}

  /** Stores the body, opens a batch and starts reading; the answer is the batch in its first moment. */
  async receive(who: Principal, fields: Fields, fileName: string, request: Request): Promise<Batch> {
    const { context, files } = this.parts
    requireRegion(context, who, fields.province, 'province')
    const isNational = fields.kind === 'figures' && fields.province === COUNTRY
    if (context.regions.level(fields.province) !== 'province' && !isNational) {
      throw invalid('请填写省级区划代码，如 210000；市、县由名录各行自己说明', 'province')
    }
    if (!parsePeriod(fields.period)) throw invalid('统计期写法应如 2025、2025H1、2025Q1-3；1 月不单独统计', 'period')
    if (!request.body) throw invalid('没有收到文件内容', 'body')
    const id = newBatchId(context.now())
    const file = await saveOrRefuse(files, id, request.body)
    try {
      await openBatch(context, who, id, fields, { fileName, fileSize: file.size, fileHash: file.hash })
    } catch (error) {
      await files.remove(id)
      throw error
    }
    const mapping = await this.#remembered(fields.provider, fields.kind)
    this.#begin({ batch: id, fileName, ...fields, dataset: datasetOf(fields.dataClass), mapping })
    return this.read(who, id)
  }

  /** The stored batch with the live figures of a read in progress. */
  async read(who: Principal, id: string): Promise<Batch> {
    return this.#live(await readBatch(this.parts.context, who, id))
  }

  async list(who: Principal) {
    const { batches } = await listBatches(this.parts.context, who)
    return { batches: batches.map((batch) => this.#live(batch)) }
  }

  /** What happens to a batch right now stands in no table: a transaction shows nothing before its end. */
  #live<T extends Omit<Batch, 'report'>>(batch: T): T {
    if (batch.status === 'staged' && this.#publishing.has(batch.id)) return { ...batch, status: 'publishing' }
    return batch.status === 'reading' ? { ...batch, ...this.#readings.get(batch.id)?.live } : batch
  }

  /** Reads the file again with the user's columns; the mapping is remembered for this provider. */
  async remap(who: Principal, id: string, request: z.output<typeof MappingRequest>): Promise<Batch> {
    const { context } = this.parts
    const batch = await readBatch(context, who, id)
    if ((batch.status !== 'staged' && batch.status !== 'failed') || this.#publishing.has(id))
      throw conflict('只有待发布或读取失败的批次可以修改列对应关系')
    const { remember, ...overrides } = request
    if (remember) await this.#rememberColumns(batch, overrides)
    await restartBatch(context, id, JSON.stringify(overrides))
    const { fileName, kind, province, period, provider, dataset, scope } = batch
    const mapping = await this.#remembered(provider, kind)
    this.#begin({ batch: id, fileName, kind, province, period, scope, dataset, mapping, overrides: cleaned(overrides) })
    return this.read(who, id)
  }

  async publish(who: Principal, id: string): Promise<Batch> {
    const { context, jobs, files } = this.parts
    const batch = await readBatch(context, who, id)
    if (batch.status !== 'staged' || this.#publishing.has(id)) throw conflict('只有待发布的批次可以发布')
    this.#publishing.add(id)
    try {
      if (batch.kind === 'register' && (await this.#editionsChanged(id))) await jobs.refreshBatch(id)
      const published = await publishBatch(context, who, id)
      // The original may hold personal columns that were dropped at the door; nobody needs it any more.
      await files.remove(id)
      return published
    } finally {
      this.#publishing.delete(id)
    }
  }

  async cancel(who: Principal, id: string): Promise<Batch> {
    if (this.#publishing.has(id)) throw conflict('正在发布，不能取消')
    this.#readings.get(id)?.stop()
    const batch = await cancelBatch(this.parts.context, who, id)
    await this.parts.files.remove(id)
    return batch
  }

  async annotated(who: Principal, id: string) {
    return annotatedWorkbook(this.parts.context, await readBatch(this.parts.context, who, id))
  }

  template(kind: BatchKind, theme?: string) {
    if (kind === 'register' && theme === 'prescreening') return prescreenTemplate()
    if (kind !== 'figures') return templateWorkbook(kind)
    const workbook = figureTemplate(INDICATORS, theme ?? 'county-economy')
    if (!workbook) throw invalid(`没有主题 ${theme ?? ''} 的模板`, 'theme')
    return workbook
  }

  /** Stops running reads and waits until none is left. */
  async close() {
    for (const reading of this.#readings.values()) reading.stop()
    await this.#queue
  }

  #begin(request: ReadingRequest) {
    const { context, runner, report } = this.parts
    const reading = new Reading(request, { context, runner, report })
    this.#readings.set(request.batch, reading)
    this.#queue = this.#queue
      .then(() => reading.run())
      .finally(() => {
        // A file read again has a newer reading under the same id.
        if (this.#readings.get(request.batch) === reading) this.#readings.delete(request.batch)
      })
  }

  async #remembered(provider: string, kind: BatchKind): Promise<SavedMapping | undefined> {
    const text = await savedMapping(this.parts.context, provider, kind)
    return text === null ? undefined : (JSON.parse(text) as SavedMapping)
  }

  async #rememberColumns(batch: Batch, overrides: MappingRequest) {
    const header = new Map((batch.report?.columns ?? []).map((column) => [column.column, column.header]))
    const columns = overrides.columns.flatMap(({ column, field, period, unit }) => {
      const name = header.get(column)
      return name ? [{ header: name, field, period: period ?? null, unit: unit ?? null }] : []
    })
    await saveMapping(
      this.parts.context,
      batch.provider,
      batch.kind,
      JSON.stringify({ columns } satisfies SavedMapping),
    )
  }

  /** The chains may have got a new edition since the file was read. */
  async #editionsChanged(id: string): Promise<boolean> {
    const { context } = this.parts
    const row = await context.db.selectFrom('batch').select('editions').where('id', '=', id).executeTakeFirst()
    return row?.editions !== editionsOf(await activePacks(context))
  }
}

const datasetOf = (dataClass: string) => (dataClass === 'demo' ? 'demo' : 'real')

/** Sorts by time of arrival, so that lists and file names do too. */
function newBatchId(now: Date) {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${stamp}-${crypto.randomUUID().slice(0, 8)}`
}

const cleaned = ({ columns, sheet, headerRow }: Omit<MappingRequest, 'remember'>): MappingOverrides => ({
  columns: columns.map(({ column, field, period, unit }) => ({
    column,
    field,
    ...(period === undefined ? {} : { period }),
    ...(unit === undefined ? {} : { unit }),
  })),
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerRow === undefined ? {} : { headerRow }),
})

async function saveOrRefuse(files: FileStore, id: string, body: ReadableStream<Uint8Array>) {
  try {
    return await files.save(id, body, LIMITS.fileBytes)
  } catch (error) {
    if (error instanceof FileTooLarge)
      throw invalid(`文件超过 ${Math.round(LIMITS.fileBytes / 1e6)} MB，请拆分后再导入`, 'body')
    throw error
  }
}
