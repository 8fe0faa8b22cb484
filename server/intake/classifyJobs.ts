import type { Job } from '@contract/chains'
import { createClassifier } from '@domain/chain/classify'
import type { ChainPack } from '@domain/chain/pack'
import { DATASETS, rebuildAggregates } from '../source/aggregates'
import { bumpVersion } from '../source/batches'
import { activePacks } from '../source/chainEditions'
import { activateEdition } from '../source/chains'
import type { SourceContext } from '../source/context'
import { notFound } from '../source/failure'
import { projectAllMemberships } from '../source/projection'
import { countRecords, openBatches, reclassify, storeMemberships } from './reclassify'

/** 重新挂链: runs the rules again over the records that are already in, after a chain pack has changed. */
export class ClassifyJobs {
  readonly #jobs = new Map<string, Job>()
  // One after another: each run starts from the editions that the one before has put in force.
  #queue: Promise<void> = Promise.resolve()

  constructor(
    private readonly context: SourceContext,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Starts in the background and returns the id to poll. */
  start(pack: ChainPack): string {
    const job: Job = { id: crypto.randomUUID(), kind: 'classify', status: 'running', done: 0, total: 0, message: null }
    this.#jobs.set(job.id, job)
    this.#queue = this.#queue
      .then(() => this.#run(job, pack))
      .then(
        () => {
          job.status = 'done'
        },
        (error: unknown) => {
          job.status = 'failed'
          job.message = '重新挂链失败，仍使用原版本；请稍后重试'
          this.report(error)
        },
      )
    return job.id
  }

  /** Waits for the runs under way. */
  close(): Promise<void> {
    return this.#queue
  }

  read(id: string): Job {
    const job = this.#jobs.get(id)
    if (!job) throw notFound('没有这个任务（服务重启后不再保留进度）', 'id')
    return job
  }

  /** Brings one staged batch to the editions in force before it is published. */
  async refreshBatch(batch: string) {
    const classifier = createClassifier(await activePacks(this.context))
    await storeMemberships(this.context.db, await reclassify(this.context.db, classifier, [batch]))
  }

  /** Classifies everything with the new edition, then switches to it in one transaction. */
  async #run(job: Job, pack: ChainPack) {
    const { context } = this
    job.total = await countRecords(context.db)
    const packs = [...(await activePacks(context)).filter((item) => item.id !== pack.id), pack]
    const classifier = createClassifier(packs)
    const scanned = await openBatches(context.db)
    const changed = await reclassify(context.db, classifier, scanned, (rows) => {
      job.done += rows
    })
    const at = context.now().toISOString()
    await context.db.transaction().execute(async (trx) => {
      for (const dataset of DATASETS) await bumpVersion(trx, dataset, at)
      await activateEdition(trx, pack)
      // Batches that were read meanwhile still carry what the editions before said of them.
      const late = (await openBatches(trx)).filter((id) => !scanned.includes(id))
      await storeMemberships(trx, [...changed, ...(await reclassify(trx, classifier, late))])
      for (const dataset of DATASETS) {
        await projectAllMemberships(trx, dataset)
        await rebuildAggregates(trx, dataset, context, at.slice(0, 10))
      }
    })
  }
}
