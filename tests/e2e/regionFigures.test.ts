import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RegionFigures } from '@contract/regionFigures'
import { seriousFindings } from '../drivers/accessibility'
import { demoApi, demoVisits } from '../drivers/demoVisits'
import { readWorkbook } from '../fixtures/readWorkbook'

const SHENYANG = '210100'
const OTHER_PROVIDER = '演示·某统计口径'
const figuresOf = (region: string) => demoApi.get<RegionFigures>('/region-figures', { region })

const person = demoVisits()

describe('the figures of regions', () => {
  it('show a city’s years with nothing serious for those who cannot see them', async () => {
    const { page } = person
    await person.open(`/indicators/figures?region=${SHENYANG}`)
    await page.getByRole('heading', { name: '沈阳市区域指标' }).waitFor()
    const table = page.getByRole('table')
    await table.getByRole('columnheader', { name: '2021' }).waitFor()
    await page.getByRole('note').filter({ hasText: '演示数据' }).waitFor()
    const { indicators } = await figuresOf(SHENYANG)
    expect(await table.getByRole('rowheader').count()).toBe(indicators.length)
    expect(await seriousFindings(page)).toEqual([])
  })

  it('open both sources of a figure that are at odds, and how far apart they are', async () => {
    const { page } = person
    await person.open(`/indicators/figures?region=${SHENYANG}`)
    const gdp = page.getByRole('row').filter({ has: page.getByRole('button', { name: '地区生产总值', exact: true }) })
    await gdp.getByRole('button', { name: '≠' }).first().click()
    const sources = page.getByRole('dialog').getByRole('region', { name: '全部来源' })
    const { indicators } = await figuresOf(SHENYANG)
    const newest = indicators.find(({ id }) => id === 'gdp')?.cells[0]
    const items = sources.getByRole('listitem')
    await items.nth(1).waitFor()
    expect(await items.count()).toBe(2)
    expect(await items.nth(0).textContent()).toContain('采用')
    expect(await items.nth(1).textContent()).toContain(OTHER_PROVIDER)
    for (const { value } of newest?.sources ?? []) expect(await sources.textContent()).toContain(value)
    expect(await sources.textContent()).toMatch(/2 个来源，最高与最低相差 [\d,.]+ 亿元（4\.\d+%）/u)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('say of a county’s blank that it is missing, not zero', async () => {
    const { region, period } = await blankOfSomeCounty()
    const { page } = person
    await person.open(`/indicators/figures?region=${region}`)
    await page.getByRole('columnheader', { name: period }).waitFor()
    expect(await page.getByTitle('没有来源报送').first().textContent()).toBe('缺')
  })

  it('lead to the entry of the catalogue', async () => {
    const { page } = person
    await person.open(`/indicators/figures?region=${SHENYANG}`)
    await page.getByRole('navigation', { name: '指标的页面' }).getByRole('link', { name: '指标目录' }).click()
    await page.getByRole('searchbox').fill('单位地区生产总值能耗')
    await page.locator('[data-indicator="energy-intensity"]').click()
    await page.getByRole('button', { name: '地区生产总值', exact: true }).click()
    await expect.poll(() => page.locator('[data-indicator="gdp"]').getAttribute('aria-expanded')).toBe('true')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('come as a workbook with both sources', async () => {
    const { page } = person
    await person.open(`/indicators/figures?region=${SHENYANG}`)
    await page.getByRole('table').waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^沈阳市_区域指标_演示数据_\d{8}\.xlsx$/u)
    const sheets = await readWorkbook(new Blob([readFileSync(await download.path())]))
    expect(JSON.stringify(sheets)).toContain(OTHER_PROVIDER)
  })
})

/** A county and a year in which it left an indicator blank that it reports in other years. */
async function blankOfSomeCounty(): Promise<{ region: string; period: string }> {
  for (const region of ['210102', '210103', '210104', '210105', '210106', '210111', '210112', '210113', '210114']) {
    const { periods, indicators } = await figuresOf(region)
    for (const { cells } of indicators) {
      const period = periods.find((key) => !cells.some((cell) => cell.period === key))
      if (period !== undefined) return { region, period }
    }
  }
  throw new Error('no county of the demonstration left a cell blank')
}
