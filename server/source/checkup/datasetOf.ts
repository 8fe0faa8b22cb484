import { sql } from 'kysely'
import type { Dataset } from '@contract/common'
import { provinceOf, type SourceContext } from '../context'
import { preferredDataset } from '../view'

/** What is checked unless the view says otherwise: real data, of enterprises or of regions, where the province has any. */
export async function datasetOf(context: SourceContext, region: string): Promise<Dataset> {
  const preferred = await preferredDataset(context, region)
  if (preferred === 'real') return preferred
  const province = provinceOf(region).slice(0, 2)
  const { rows } = await sql`
    select 1 from region_fact where dataset = 'real' and region between ${`${province}0000`} and ${`${province}9999`}
    limit 1`.execute(context.db)
  return rows.length > 0 ? 'real' : (preferred ?? 'real')
}
