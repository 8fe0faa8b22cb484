import type { z } from 'zod'
import type { EgoFigures, EgoQuery } from '@contract/supply'
import { readJson } from '@server/network/questions'
import { maySee, todayOf, type SourceContext } from './context'
import type { Principal } from './principal'
import { askNetwork } from './supply'

type Query = z.output<typeof EgoQuery>
type Family = EgoFigures['family']

/** 链主的数, with the family that the register knows of. */
export async function readFirmFigures(
  context: SourceContext,
  who: Principal,
  query: Query,
  { isWhole = false }: { isWhole?: boolean } = {},
): Promise<EgoFigures> {
  const { firm, tiers } = query
  const today = todayOf(context).slice(0, 4)
  const wish = { firm, tiers, today, isWhole }
  const { frame, json } = await askNetwork(context, who, query, 'figures', (own) => ({ frame: own, ...wish }))
  const figures = readJson(json)
  return { ...figures, family: await readFamily(context, who, frame.dataset, firm) }
}

const NOBODY: Family = { parent: null, children: [], siblings: [] }
/** A group has more companies than anyone reads one by one. */
const MOST_RELATIVES = 200

/** 母公司, 子公司, 同一母公司的其他公司, as registers name them; companies out of the principal's sight are left out. */
async function readFamily(context: SourceContext, who: Principal, dataset: string, code: string): Promise<Family> {
  const own = await context.db
    .selectFrom('enterprise')
    .select(['parent_code', 'parent_name', 'place'])
    .where('dataset', '=', dataset)
    .where('credit_code', '=', code)
    .executeTakeFirst()
  // Of a firm out of sight a trade may be known, but not what the register says of it.
  if (!own || !maySee(context, who, own.place))
    return { ...NOBODY, children: await childrenOf(context, who, dataset, code) }
  const { parent_code, parent_name } = own
  const parent =
    parent_code === null && parent_name === null
      ? null
      : { creditCode: parent_code, name: parent_name ?? (await nameOf(context, dataset, parent_code)) }
  const siblings = parent_code === null ? [] : await childrenOf(context, who, dataset, parent_code)
  return {
    parent,
    children: await childrenOf(context, who, dataset, code),
    siblings: siblings.filter(({ creditCode }) => creditCode !== code),
  }
}

async function nameOf({ db }: SourceContext, dataset: string, code: string | null): Promise<string> {
  const row = await db
    .selectFrom('enterprise')
    .select('name')
    .where('dataset', '=', dataset)
    .where('credit_code', '=', code ?? '')
    .executeTakeFirst()
  return row?.name ?? code ?? ''
}

async function childrenOf(context: SourceContext, who: Principal, dataset: string, parent: string) {
  const rows = await context.db
    .selectFrom('enterprise')
    .select(['credit_code', 'name', 'place'])
    .where('dataset', '=', dataset)
    .where('parent_code', '=', parent)
    .orderBy('name')
    .orderBy('credit_code')
    .execute()
  return rows
    .filter(({ place }) => maySee(context, who, place))
    .slice(0, MOST_RELATIVES)
    .map(({ credit_code: creditCode, name }) => ({ creditCode, name }))
}
