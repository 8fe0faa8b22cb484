import { sql } from 'kysely'
import type { Job } from '@contract/chains'
import { createClassifier, type Classifier } from '@domain/chain/classify'
import type { ChainPack } from '@domain/chain/pack'
import { rebuildAggregates, DATASETS } from '../source/aggregates'
import { bumpVersion } from '../source/batches'
import { activateEdition } from '../source/chains'
import { activePacks } from '../source/chainEditions'
import type { SourceContext } from '../source/context'
import { notFound } from '../source/failure'
import { projectAllMemberships } from '../source/projection'

const PAGE = 500

interface Record {
  batch_id: string
  row_no: number
  name: string | null
  products: string | null
  business_scope: string | null
  industry_code: string | null
  memberships: string
}

export type ClassifyJobs = ReturnType<typeof createClassifyJobs>

/** 重新挂链: runs the rules again over the records that are already in, after a chain pack has changed. */
export function createClassifyJobs(context: SourceContext, report: (error: unknown) => void) {
  const jobs = new Map<string, Job>()

  /** Classifies everything with the new edition, then switches to it in one transaction. */
  async function run(job: Job, pack: ChainPack) {
    const packs = [...(await activePacks(context)).filter((item) => item.id !== pack.id), pack]
    const changed = await reclassify(createClassifier(packs), null, job)
    const at = context.now().toISOString()
    await context.db.transaction().execute(async (trx) => {
      for (const dataset of DATASETS) await bumpVersion(trx, dataset, at)
      await activateEdition(trx, pack)
      await storeMemberships(changed, trx)
      for (const dataset of DATASETS) {
        await projectAllMemberships(trx, dataset)
        await rebuildAggregates(trx, dataset, context.regions, at.slice(0, 10))
      }
    })
  }

  /** Rows whose memberships differ under the classifier; `batch` null means all batches. */
  async function reclassify(classifier: Classifier, batch: string | null, job?: Job) {
    const changed: { batch_id: string; row_no: number; memberships: string }[] = []
    const batches = await context.db
      .selectFrom('batch')
      .select('id')
      .where('kind', '=', 'register')
      .where('status', 'in', ['staged', 'published'])
      .execute()
    for (const { id } of batches.filter((row) => batch === null || row.id === batch)) {
      let last = 0
      for (;;) {
        const rows = await page(id, last)
        for (const row of rows) {
          const memberships = JSON.stringify(classify(classifier, row))
          if (memberships !== row.memberships) changed.push({ batch_id: id, row_no: row.row_no, memberships })
        }
        if (job) job.done += rows.length
        if (rows.length < PAGE) break
        last = rows.at(-1)?.row_no ?? last
      }
    }
    return changed
  }

  const page = (batch: string, after: number): Promise<Record[]> =>
    context.db
      .selectFrom('staged_row')
      .select(['batch_id', 'row_no', 'name', 'products', 'business_scope', 'industry_code', 'memberships'])
      .where('batch_id', '=', batch)
      .where('row_no', '>', after)
      .where('verdict', 'in', ['accepted', 'quarantined'])
      .orderBy('row_no')
      .limit(PAGE)
      .execute()

  async function storeMemberships(changed: readonly object[], db: SourceContext['db']) {
    for (let at = 0; at < changed.length; at += PAGE) {
      const chunk = JSON.stringify(changed.slice(at, at + PAGE))
      await sql`update staged_row set memberships = n.memberships
        from json_populate_recordset(null::staged_row, ${chunk}::json) n
        where staged_row.batch_id = n.batch_id and staged_row.row_no = n.row_no`.execute(db)
    }
  }

  return {
    /** Starts in the background and returns the id to poll. */
    start(pack: ChainPack): string {
      const job: Job = { id: crypto.randomUUID(), kind: 'classify', status: 'running', done: 0, total: 0, message: null }
      jobs.set(job.id, job)
      void total(job)
        .then(() => run(job, pack))
        .then(() => {
          job.status = 'done'
        })
        .catch((error: unknown) => {
          job.status = 'failed'
          job.message = '重新挂链失败，仍使用原版本；请稍后重试'
          report(error)
        })
      return job.id
    },
    read(id: string): Job {
      const job = jobs.get(id)
      if (!job) throw notFound('没有这个任务（服务重启后不再保留进度）', 'id')
      return job
    },
    /** Brings one staged batch to the editions in force before it is published. */
    async refreshBatch(batch: string) {
      await storeMemberships(await reclassify(createClassifier(await activePacks(context)), batch), context.db)
    },
  }

  async function total(job: Job) {
    const { rows } = await sql<{ n: string }>`select count(*) as n from staged_row r join batch b on b.id = r.batch_id
      where b.kind = 'register' and b.status in ('staged', 'published') and r.verdict in ('accepted', 'quarantined')`.execute(context.db)
    job.total = Number(rows[0]?.n ?? 0)
  }
}

function classify(classifier: Classifier, row: Record) {
  const { name, products, business_scope, industry_code } = row
  return name === null ? [] : classifier.classify({ name, products, businessScope: business_scope, industryCode: industry_code })
}
