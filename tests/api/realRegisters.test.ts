import { openAsBlob } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CNC, LIAONING } from '../drivers/api'
import { expectCountsToAgree } from '../drivers/clusterCounts'
import { describeApi } from '../drivers/eachHost'
import { expectNewsToMatch } from '../drivers/supplyMatching'
import { hasRealData, readRealCsv } from '../realData'

const fileOf = (name: string) => openAsBlob(fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url)))
const isThere = hasRealData('register-liaoning.csv') && hasRealData('register-shandong-10k.csv')

if (!isThere) {
  describe('real registers', () =>
    it.skip('are absent on this machine: put them beside the repository in ../shared/data', () => undefined))
} else {
  describeApi(
    'a real register',
    (product) => {
      it(
        'of Liaoning is accounted for row by row and agrees with an independent reading',
        { timeout: 300_000 },
        async () => {
          const { api, host } = product
          const staged = await api.stage(
            await fileOf('register-liaoning.csv'),
            { fileName: '辽宁.csv', period: '2004' },
            280_000,
          )
          const { rows, accepted, quarantined, rejected, duplicates } = staged.counts
          expect([rows, accepted + quarantined + rejected + duplicates]).toEqual([51_205, 51_205])

          const known = await host.context.db
            .selectFrom('staged_row')
            .select(['credit_code', 'verdict', 'county_found', 'problems'])
            .where('batch_id', '=', staged.id)
            .execute()
          const found = new Map(known.map((row) => [row.credit_code, row]))
          const expected = readRealCsv('register-liaoning.expected.csv')
          const disagreements = expected.filter((row) => {
            const judged = found.get(row['credit_code'] ?? '')
            const hasWarning = judged?.problems.includes('"code-organisation-check"') ?? false
            return judged?.verdict !== 'accepted' || hasWarning !== (row['credit_code_verdict'] === 'org_code_check')
          })
          expect(disagreements).toEqual([])
          const today = (code: string) => host.context.regions.resolve(code, 'current').code
          const both = expected.flatMap((row) => {
            const county = found.get(row['credit_code'] ?? '')?.county_found
            const theirs = row['address_county_code']
            return county && theirs && host.context.regions.level(county) === 'county'
              ? [today(county) === today(theirs)]
              : []
          })
          expect(both.length).toBeGreaterThan(30_000)
          expect(both.filter(Boolean).length / both.length).toBeGreaterThanOrEqual(0.97)

          await api.publish(staged.id)
          const panorama = await api.panorama()
          // A few of the file have their seat in another province, and are counted there.
          const elsewhere = known.filter(({ county_found }) => county_found !== null && !county_found.startsWith('21'))
          expect(panorama.linkRate.enterprises).toBe(accepted - elsewhere.length)
          expect((await api.enterprises({ limit: 1 })).total).toBe(panorama.figures.enterprises)
          expect(panorama.figures).toMatchObject({ revenueWan: null, aboveScale: null, honoured: null })
        },
      )

      it.runIf(hasRealData('supply-relations-news.csv'))(
        'of Liaoning tells whom the news means, and leaves nobody out',
        { timeout: 120_000 },
        () => expectNewsToMatch(product),
      )

      it('of Shandong goes in beside it without a change of code', { timeout: 120_000 }, async () => {
        const { api } = product
        const file = await fileOf('register-shandong-10k.csv')
        const staged = await api.stage(file, { province: '370000', fileName: '山东.csv', period: '2004' }, 100_000)
        expect(staged.counts).toMatchObject({ rows: 10_000, rejected: 0 })
        await api.publish(staged.id)
        const panorama = await api.panorama({ region: '370000' })
        expect(panorama.view.regionName).toBe('山东省')
        expect(panorama.linkRate.enterprises).toBe(staged.counts.accepted)
      })

      it.each([
        { region: LIAONING, mode: 'current' },
        { region: LIAONING, mode: 'asof' },
        { region: '370000', mode: 'current' },
        { region: '370000', mode: 'asof' },
      ])('of $region counts alike on the map and in the list, divisions $mode', { timeout: 120_000 }, async (place) => {
        const view = { ...place, chain: CNC, period: '2004' }
        const { total } = await expectCountsToAgree(product, view, '2004-12-31')
        expect(total.enterprises).toBeGreaterThan(300)
      })
    },
    ['embedded'],
  )
}
