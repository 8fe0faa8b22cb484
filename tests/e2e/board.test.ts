import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Board } from '@contract/board'
import { seriousFindings } from '../drivers/accessibility'
import { CNC } from '../drivers/api'
import { demoApi, demoVisits } from '../drivers/demoVisits'
import { bareNumbers, unknownReasons } from '../drivers/pageNumbers'
import { readWorkbook } from '../fixtures/readWorkbook'

const SHENYANG = '210100'
const ADDRESS = `/indicators?region=${SHENYANG}&chain=${CNC}`
const board = () => demoApi.get<Board>('/indicators/board', { region: SHENYANG, chain: CNC })

const person = demoVisits({ viewport: { width: 1920, height: 1080 } })

describe('the first screen of the indicators', () => {
  it('holds every panel of a desk screen without scrolling, and nothing serious for those who cannot see', async () => {
    const { page } = person
    await person.open(ADDRESS)
    await page.getByRole('heading', { name: '沈阳市 · 数控机床产业指标总览' }).waitFor()
    for (const name of ['走势', '结构', '排名', '四象限'])
      await page.getByRole('heading', { name, exact: true }).waitFor()
    const box = await page.locator('.board').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
    expect(box).toBeLessThanOrEqual(1)
    expect(await bareNumbers(page)).toEqual([])
    expect(await unknownReasons(page)).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  })

  it('opens a number by the keyboard alone and leads back to it', async () => {
    const { page } = person
    await person.open(ADDRESS)
    const tile = page.getByRole('article', { name: '营业收入' })
    const number = tile.locator('[data-figure^="revenue."]').first()
    await number.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '重新计算' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('says by how much the register misses a published total, and why', async () => {
    const { page } = person
    await person.open(ADDRESS)
    const { twins } = await board()
    const strip = page.getByRole('region', { name: '官方总数对照' })
    await strip.getByRole('button', { name: '原因' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('可能的原因').waitFor()
    for (const reason of twins[0]?.reasons ?? []) expect(await dialog.textContent()).toContain(reason)
    expect(await seriousFindings(page)).toEqual([])
  })

  it('gives the trend as a table whose numbers open', async () => {
    const { page } = person
    await person.open(ADDRESS)
    const trend = page.locator('section').filter({ has: page.getByRole('heading', { name: '走势', exact: true }) })
    await trend.getByRole('radio', { name: '表' }).check()
    const { trend: answer } = await board()
    const rows = trend.getByRole('table').getByRole('rowheader')
    await expect.poll(() => rows.count()).toBe(answer.periods.length)
    expect(await trend.getByRole('table').locator('[data-figure]').count()).toBeGreaterThan(0)
  })

  it('comes as a workbook with a sheet for every part', async () => {
    const { page } = person
    await person.open(ADDRESS)
    await page.getByRole('article', { name: '营业收入' }).waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^沈阳市_数控机床指标总览_2025_演示数据_\d{8}\.xlsx$/u)
    const sheets = await readWorkbook(new Blob([readFileSync(await download.path())]))
    expect(Object.keys(sheets)).toEqual(['指标卡', '走势', '结构', '官方总数对照', '口径与来源'])
  })

  it('leads to figures of regions and to the catalogue, whose numbers open too', async () => {
    const { page } = person
    for (const path of ['/indicators/figures', '/indicators/catalogue']) {
      await person.open(`${path}?region=${SHENYANG}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await bareNumbers(page)).toEqual([])
      expect(await seriousFindings(page)).toEqual([])
    }
  })
})
