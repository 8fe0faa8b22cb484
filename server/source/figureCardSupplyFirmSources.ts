import { sql } from 'kysely'
import type { FigureBatch } from '@contract/figures'
import { partyOfUnit } from '@domain/figure/partyFigures'
import { readJson } from '@server/network/questions'
import { maySee, todayOf } from './context'
import { figureBatch, type BatchColumns } from './figureBatch'
import type { Opened } from './figureCardMaterial'
import { askNetwork } from './supply'

interface Row extends BatchColumns {
  /** The firm at the other end, and where it sits. */
  other: string
  place: string | null
}

/** Which ends of a trade the figure's own firm is. */
function sideOf(indicator: string): 'supplier' | 'buyer' {
  return ['firm-buyers', 'firm-sales', 'firm-top-buyer'].includes(indicator) ? 'supplier' : 'buyer'
}

/** Batches whose rows assert the trades that a figure of a party rests on; those in the principal's sight. */
export async function partySources(opened: Opened): Promise<FigureBatch[]> {
  const { context, principal, ref } = opened
  const firm = partyOfUnit(ref.unit) ?? ''
  const rows = await (ref.indicator.startsWith('firm-community') ? communityRows(opened, firm) : ownRows(opened, firm))
  const own = await context.db
    .selectFrom('enterprise')
    .select('place')
    .where('dataset', '=', ref.dataset)
    .where('credit_code', '=', firm)
    .executeTakeFirst()
  const isOwnSeen = own !== undefined && maySee(context, principal, own.place)
  const batches = new Map<string, { batch: FigureBatch; firms: Set<string> }>()
  for (const row of rows) {
    if (!isOwnSeen && !(row.place !== null && maySee(context, principal, row.place))) continue
    const known = batches.get(row.id) ?? { batch: figureBatch(row, 0), firms: new Set() }
    batches.set(row.id, known)
    known.firms.add(row.other)
  }
  return [...batches.values()]
    .map(({ batch, firms }) => ({ ...batch, enterprises: firms.size }))
    .sort((a, b) => b.enterprises - a.enterprises || (a.batch < b.batch ? -1 : 1))
}

const COLUMNS = sql`b.id, b.kind, b.provider, b.file_name, b.period, b.data_class, b.published_at, b.created_by`

async function ownRows({ context, ref }: Opened, firm: string): Promise<Row[]> {
  const side = sideOf(ref.indicator)
  const other = sql.ref(side === 'buyer' ? 'l.supplier' : 'l.buyer')
  const { rows } = await sql<Row>`
    select distinct ${COLUMNS}, ${other} as other, p.place
    from supply_link l join batch b on b.id = l.batch_id
    left join supply_party p on p.dataset = l.dataset and p.id = ${other}
    where l.dataset = ${ref.dataset} and ${sql.ref(`l.${side}`)} = ${firm} and left(l.period, 4) = ${ref.period}`.execute(
    context.db,
  )
  return rows
}

/** 整零共同体: what was asserted between its members. */
async function communityRows({ context, principal, ref }: Opened, firm: string): Promise<Row[]> {
  const { region, period: year, mode, dataset, indicator } = ref
  const wish = { firm, tiers: Number(indicator.slice(-1)), today: todayOf(context).slice(0, 4), isWhole: true }
  const query = { region, year, mode, dataset }
  const { json } = await askNetwork(context, principal, query, 'figures', (frame) => ({ frame, ...wish }))
  const members = readJson(json).community.members.map(({ party }) => party.id)
  const { rows } = await sql<Row>`
    select distinct ${COLUMNS}, l.supplier as other, p.place
    from supply_link l join batch b on b.id = l.batch_id
    left join supply_party p on p.dataset = l.dataset and p.id = l.supplier
    where l.dataset = ${dataset} and l.supplier = any(${members}::text[]) and l.buyer = any(${members}::text[])
      and left(l.period, 4) = ${year}`.execute(context.db)
  return rows
}
