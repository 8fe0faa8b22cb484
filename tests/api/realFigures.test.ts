import { openAsBlob } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import type { RegionFigures } from '@contract/regionFigures'
import { describeApi } from '../drivers/eachHost'
import { hasRealData, readRealCsv } from '../realData'

const PANEL = 'city-panel-2000-2023.csv'
const COUNTIES = 'county-co2-1997-2017.csv'
const open = (file: string) => openAsBlob(fileURLToPath(new URL(`../../../shared/data/${file}`, import.meta.url)))

/** What a person would say of the headings, which no yearbook has. */
const PANEL_COLUMNS: [heading: string, field: string, unit: string][] = [
  ['gdp_yi_yuan', 'gdp', '亿元'],
  ['primary_yi', 'primary', '亿元'],
  ['secondary_yi', 'secondary', '亿元'],
  ['tertiary_yi', 'tertiary', '亿元'],
  ['gdp_wan_yuan_source2', 'gdp', '万元'],
  ['loans_wan', 'loans', '万元'],
  ['deposits_wan', 'deposits', '万元'],
  ['area_km2', 'land-area', '平方公里'],
  ['resident_pop_wan', 'resident-population', '万人'],
  ['co2_t_edgar', 'co2', '吨'],
  ['co2_mt_ceads', 'co2', '百万吨'],
]

const FIELDS = { kind: 'figures', province: '100000', period: '2023', dataClass: 'third-party' }
const addsUp = ({ counts: { rows, accepted, quarantined, rejected, duplicates } }: Batch) =>
  rows === accepted + quarantined + rejected + duplicates

describe.skipIf(!hasRealData(PANEL) || !hasRealData(COUNTIES))(
  'real figures of regions (data folder absent: skipped)',
  () => {
    describeApi(
      'as two workbooks that disagree',
      (product) => {
        let panel: Batch
        let counties: Batch

        const remapped = async (batch: Batch, columns: { column: number; field: string; unit: string }[]) => {
          await product.api.put(`/batches/${batch.id}/mapping`, { columns })
          return product.api.settled(batch.id)
        }

        beforeAll(async () => {
          const first = await product.api.stage(await open(PANEL), {
            ...FIELDS,
            provider: '虚构研究院',
            fileName: PANEL,
          })
          expect(first.failure?.code).toBe('missing-columns')
          const at = new Map(first.report?.columns.map(({ header, column }) => [header, column]))
          panel = await remapped(
            first,
            PANEL_COLUMNS.map(([heading, field, unit]) => ({ column: at.get(heading) ?? -1, field, unit })),
          )
          await product.api.publish(panel.id)
          const other = await product.api.stage(await open(COUNTIES), {
            ...FIELDS,
            provider: '虚构大学',
            fileName: COUNTIES,
          })
          const year = other.report?.columns.find(({ header }) => header === '1997')?.column ?? -1
          counties = await remapped(other, [{ column: year, field: 'co2', unit: '百万吨' }])
          await product.api.publish(counties.id)
        }, 300_000)

        it('account for every row', () => {
          expect(addsUp(panel) && addsUp(counties)).toBe(true)
          expect(panel.counts).toMatchObject({ rows: 7974, accepted: 7974 })
          expect(counties.counts).toMatchObject({ rows: 2736, accepted: 2731, rejected: 5 })
        })

        it('keep every cell that holds a number, and doubt none whose unit is right', async () => {
          const { rows } = await sql<{ cells: string; doubts: string }>`
            select count(*) as cells, count(doubt) as doubts from region_fact where batch_id = ${panel.id}`.execute(
            product.host.context.db,
          )
          const filled = readRealCsv(PANEL).flatMap((row) => PANEL_COLUMNS.map(([heading]) => row[heading] ?? ''))
          expect(Number(rows[0]?.cells)).toBe(filled.filter((cell) => cell !== '').length)
          expect(Number(rows[0]?.doubts)).toBe(0)
        })

        it('show one GDP of a city and keep the other beside it', async () => {
          const figures = await product.api.get<RegionFigures>('/region-figures', {
            region: '210100',
            indicator: 'gdp',
          })
          const cell = figures.indicators[0]?.cells.find(({ period }) => period === '2010')
          expect(cell?.sources.map(({ heading }) => heading)).toEqual(['gdp_yi_yuan', 'gdp_wan_yuan_source2'])
          expect(cell?.spread).not.toBeNull()
        })
      },
      ['embedded'],
    )
  },
)
