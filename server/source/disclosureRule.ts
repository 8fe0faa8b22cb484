import { ruleKey } from '@domain/disclosure/rule'
import { periodsOf } from './aggregates'
import { bumpVersion } from './batches'
import type { SourceContext } from './context'
import { suppressAggregates } from './disclosure'

/** Sums that were suppressed by another rule (or before there was one) are decided anew, under a new version. */
export async function keepDisclosureRule(context: SourceContext) {
  const { db, disclosure } = context
  const rows = await db.selectFrom('data_version').select(['dataset', 'disclosure_rule']).execute()
  const others = rows.filter(({ disclosure_rule }) => (disclosure_rule ?? ruleKey(null)) !== ruleKey(disclosure))
  for (const { dataset } of others) {
    await db.transaction().execute(async (trx) => {
      await bumpVersion(trx, dataset, context.now().toISOString())
      await suppressAggregates(trx, dataset, await periodsOf(trx, dataset), disclosure)
    })
  }
}
