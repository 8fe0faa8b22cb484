import { sql } from 'kysely'
import { INDICATORS } from '../catalogue'
import type { SourceContext } from './context'

/** Named in the report; the screen shows the rest. */
const NAMED = 5

/** Rates have no unit to mistake: 0.001 % beside 5 % is no slip of 10⁴. */
const COMPARED = INDICATORS.indicators
  .filter(({ kind, dimension }) => kind !== 'rate' && dimension !== 'percent')
  .map(({ id }) => id)

/** 疑似单位错误 of a staged table against what other batches have published: 10⁴ times, give or take a factor of three. */
export async function doubtsAgainstPublished(
  context: SourceContext,
  batch: string,
  dataset: string,
): Promise<string[]> {
  const { rows } = await sql<{ region: string; indicator: string; period: string; total: string }>`
    select f.region, f.indicator, f.period, count(*) over () as total
    from (
      select r.county_found as region, item ->> 'indicator' as indicator, item ->> 'period' as period,
        (item ->> 'value')::numeric as value
      from staged_row r, json_array_elements(r.facts::json) as item
      where r.batch_id = ${batch} and r.verdict = 'accepted' and r.county_found is not null and r.facts <> '[]'
    ) f
    join region_fact k on k.dataset = ${dataset} and k.region = f.region and k.indicator = f.indicator and k.period = f.period
    where f.indicator = any(${COMPARED}::text[]) and f.value > 0 and k.value > 0
      and greatest(f.value, k.value) / least(f.value, k.value) between 3333 and 30000
    group by f.region, f.indicator, f.period
    order by f.region, f.indicator, f.period limit ${NAMED}`.execute(context.db)
  const [first] = rows
  if (!first) return []
  const named = rows.map(
    ({ region, indicator, period }) =>
      `${context.regions.name(region)} ${period} ${INDICATORS.get(indicator)?.name ?? indicator}`,
  )
  return [
    `疑似单位错误：${first.total} 个数与已发布的另一来源相差约一万倍，如${named.join('、')}；数值没有改动，请核对单位`,
  ]
}
