import { sql } from 'kysely'
import type { FigureRef } from '@domain/figure/figureRef'
import { anyOf, knowledgeIn } from './clustersNation'
import { NO_ROWS, readRegionRows, sumRows, type RegionRows, type Subject } from './clusterRows'
import { COUNTRY, type SourceContext } from './context'
import { knowledgeOf, NOTHING, type Knowledge, type UnitRow } from './figures'
import { hasPeriod, nationProvinces } from './nation'
import type { Frame } from './view'

export type Cell = Pick<FigureRef, 'chain' | 'kind' | 'unit'>

/** Rows of one unit in several regions; of the whole register the subject is the total itself. */
export async function readCells(
  context: SourceContext,
  frame: Frame,
  { chain, kind, unit }: Cell,
  before: string | null,
  regions: readonly string[],
): Promise<Map<string, RegionRows>> {
  const isOfChain = kind === 'node' || kind === 'group' || kind === 'stage' || kind === 'chain'
  const unitKind: Subject['unitKind'] = isOfChain ? kind : 'linked'
  const subject = { chain: chain ?? '', unitKind, unit: kind === 'chain' ? (chain ?? '') : unit }
  const rows = await readRegionRows(context, frame, subject, before, regions)
  if (kind !== 'total') return rows
  return new Map([...rows].map(([code, { total }]) => [code, { subject: total, total, before: NOTHING }]))
}

/** The same of the frame's own region; the country is the sum of the provinces that answer for the period. */
export async function readCell(
  context: SourceContext,
  frame: Frame,
  cell: Cell,
  before: string | null = null,
): Promise<RegionRows> {
  if (frame.region !== COUNTRY) {
    const rows = await readCells(context, frame, cell, before, [frame.region])
    return rows.get(frame.region) ?? NO_ROWS
  }
  const rows = await readCells(context, frame, cell, before, await provincesOf(context, frame))
  return sumRows([...rows.values()])
}

export async function provincesOf(context: SourceContext, frame: Frame): Promise<string[]> {
  const provinces = await nationProvinces(context, frame)
  return provinces.filter((province) => hasPeriod(province, frame)).map(({ code }) => code)
}

/** What is known of the region; `against` is the region whose screen the number stands on. */
export async function knownIn(
  context: SourceContext,
  frame: Frame,
  cell: Cell,
  total: UnitRow,
  against: string | null,
): Promise<Knowledge> {
  const chain = cell.chain ?? ''
  if (frame.region === COUNTRY) {
    const rows = await readCells(context, frame, cell, null, await provincesOf(context, frame))
    return anyOf([...(await knowledgeIn(context, frame, chain, rows)).values()])
  }
  if (against === null || against === COUNTRY || against === frame.region)
    return knowledgeOf(context, frame, chain, total)
  const there = { ...frame, region: against }
  return knowledgeOf(context, there, chain, (await readCell(context, there, { ...cell, kind: 'total' })).total)
}

/** The regions right below, each with its places, and the places of no such region: 未定位. */
export interface Parts {
  regions: string[]
  rest: string[]
}

/** Only what has enterprises: a part without any adds nothing. */
export async function partsOf(context: SourceContext, frame: Frame): Promise<Parts> {
  if (frame.region === COUNTRY) return { regions: await provincesOf(context, frame), rest: [] }
  const { rows } = await sql<{ place: string; region: string }>`
    select place, region from region_map where mode_key = ${frame.modeKey}
      and place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})`.execute(
    context.db,
  )
  const depth = (code: string) => ['province', 'city', 'county'].indexOf(context.regions.level(code))
  const below = new Map<string, string | null>()
  for (const { place, region } of rows) {
    const nearest = below.get(place) ?? null
    const isBelow = depth(region) > depth(frame.region)
    below.set(place, isBelow && (nearest === null || depth(region) < depth(nearest)) ? region : nearest)
  }
  const regions = [...new Set([...below.values()].flatMap((code) => code ?? []))].sort()
  return { regions, rest: [...below].filter(([, part]) => part === null).map(([place]) => place) }
}
