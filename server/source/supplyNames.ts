import { sql, type Transaction } from 'kysely'
import { createNameMatcher, type NameMatch } from '@domain/party/matchNames'
import { createPlaceNames, type PlaceNames } from '@domain/party/nameParts'
import type { RegionBook } from '@domain/region/regionBook'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'

type Trx = Transaction<Schema>

const booksOfPlaces = new WeakMap<RegionBook, PlaceNames>()

/** Spellings of 行政区划 in names of firms: 沈阳 and 沈阳市, 海城市; of counties only whole names that no other bears. */
export function placeNamesOf(regions: RegionBook): PlaceNames {
  const known = booksOfPlaces.get(regions)
  if (known) return known
  const all = [...regions.all()].sort((a, b) => Number(b.inForce) - Number(a.inForce))
  const at = (level: string) => all.filter((region) => region.level === level)
  const bearers = new Map<string, Set<string>>()
  for (const { name, code } of at('county')) bearers.set(name, (bearers.get(name) ?? new Set()).add(code))
  const both = (list: typeof all) =>
    list.flatMap(({ name, shortName, code }): [string, string][] => [
      [name, code],
      [shortName, code],
    ])
  const counties = at('county').flatMap(({ name, code }): [string, string][] =>
    name.length > 2 && bearers.get(name)?.size === 1 ? [[name, code]] : [],
  )
  const places = createPlaceNames([...both(at('province')), ...both(at('city')), ...counties])
  booksOfPlaces.set(regions, places)
  return places
}

export interface WantedName {
  key: string
  name: string
}

const PAGE = 20_000

/**
 * One pass over the register for all names together: enterprises stream by in pages, names are held. Nothing is asked of
 * the database per name.
 */
export async function matchNames(
  trx: Trx,
  context: Pick<SourceContext, 'regions'>,
  dataset: string,
  names: readonly WantedName[],
): Promise<Map<string, NameMatch>> {
  const matcher = createNameMatcher(
    names.map(({ key }) => key),
    placeNamesOf(context.regions),
  )
  for (let after = ''; names.length > 0;) {
    const { rows } = await sql<{ packed: string | null }>`
      select json_agg(json_build_array(q.credit_code, q.name, q.former_names) order by q.credit_code)::text as packed
      from (
        select credit_code, name, former_names from enterprise
        where dataset = ${dataset} and credit_code > ${after} order by credit_code limit ${PAGE}) q`.execute(trx)
    const page = JSON.parse(rows[0]?.packed ?? '[]') as [string, string, string | null][]
    for (const [creditCode, name, formerNames] of page) matcher.see({ creditCode, name, formerNames })
    const last = page[page.length - 1]
    if (page.length < PAGE || !last) break
    after = last[0]
  }
  return new Map(names.map(({ key }) => [key, matcher.matchOf(key)]))
}

/** Writes what the rules found; rows of the same names are replaced. */
export async function storeMatches(
  trx: Trx,
  dataset: string,
  names: readonly WantedName[],
  matches: ReadonlyMap<string, NameMatch>,
) {
  const records = names.map(({ key, name }) => {
    const match = matches.get(key)
    return {
      name_key: key,
      name,
      credit_code: match?.creditCode ?? null,
      matched_by: match?.matchedBy ?? 'none',
      candidates: JSON.stringify(match?.candidates ?? []),
      place: match?.place ?? null,
    }
  })
  const packed = JSON.stringify(records)
  await sql`
    delete from supply_name where dataset = ${dataset} and name_key in (
      select name_key from json_to_recordset(${packed}::json) as f (name_key text))`.execute(trx)
  await sql`
    insert into supply_name (dataset, name_key, name, credit_code, matched_by, candidates, place)
    select ${dataset}, name_key, name, credit_code, matched_by, candidates, place
    from json_to_recordset(${packed}::json)
      as f (name_key text, name text, credit_code text, matched_by text, candidates text, place text)`.execute(trx)
}
