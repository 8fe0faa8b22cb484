import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Clusters } from '@contract/clusters'
import type { Peers } from '@contract/compare'
import { CNC, VIEW } from '../drivers/api'
import { seriousFindings } from '../drivers/accessibility'
import { demoApi, demoVisits } from '../drivers/demoVisits'

const JINZHOU = '210213'
const TIEXI = '210106'
const HAICHENG = '210381'
const COMPARED = `/clusters/compare?region=${JINZHOU}&chain=${CNC}&with=${JINZHOU},${TIEXI},${HAICHENG}`

/** The comparison page in the words of someone who uses it. */
function compareScreen(page: Page) {
  const chips = page.getByRole('list', { name: '对比的地区' }).getByRole('listitem')
  const table = page.getByRole('region', { name: '指标对比表' }).getByRole('table')
  return {
    chips,
    table,
    dialog: page.getByRole('dialog'),
    cell: (row: string, column: number) =>
      table.getByRole('row').filter({ hasText: row }).first().getByRole('cell').nth(column),
    surfaces: page.locator('[data-camera]'),
  }
}

const person = demoVisits()

describe('the comparison of regions', () => {
  it('begins with an invitation and takes over the peers that a rule chose', async () => {
    const { page } = person
    await person.open(`/clusters/compare?region=${JINZHOU}&chain=${CNC}`)
    await page.getByRole('button', { name: '为金州区选同类' }).click()
    const { dialog, chips, table } = compareScreen(page)
    await dialog.getByText('结构相近').click()
    const peers = await demoApi.get<Peers>('/clusters/peers', { region: JINZHOU, chain: CNC, rule: 'structure' })
    await dialog.getByText(peers.ruleText).waitFor()
    await dialog.getByRole('button', { name: `用这 ${peers.peers.length + 1} 个地区对比` }).click()
    await table.waitFor()
    expect(await chips.count()).toBe(peers.peers.length + 1)
    expect(new URL(page.url()).searchParams.get('with')).toBe([JINZHOU, ...peers.peers.map(({ code }) => code)].join())
  })

  it('says what the map says, from a pasted address', async () => {
    const { page } = person
    await person.open(COMPARED)
    const { table, cell } = compareScreen(page)
    await table.waitFor()
    const map = await demoApi.get<Clusters>('/clusters', VIEW)
    for (const [i, code] of [JINZHOU, TIEXI, HAICHENG].entries()) {
      const region = map.regions.find((one) => one.code === code)
      expect(await cell('企业数（家）', i).textContent()).toContain(String(region?.figures.enterprises))
      expect(await cell('区位商', i).textContent()).toContain(
        region?.quotient ?? (region?.suppressed.includes('quotient') ? '不公布' : '未测算'),
      )
    }
  })

  it('removes and adds regions by keyboard, each a step of the back button', async () => {
    const { page } = person
    await person.open(COMPARED)
    const { chips, dialog } = compareScreen(page)
    await chips.nth(2).waitFor()
    await chips.nth(2).getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => chips.count()).toBe(2)
    const focused = page.locator(':focus')
    expect(await focused.textContent()).toContain('添加地区')
    await page.goBack()
    await expect.poll(() => chips.count()).toBe(3)

    await page.getByRole('button', { name: '添加地区' }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('searchbox').fill('长海')
    await dialog.getByRole('button', { name: /大连市长海县/u }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => chips.allTextContents()).toHaveLength(4)
    expect(await chips.nth(3).textContent()).toContain('大连市长海县')
    await page.getByRole('button', { name: '清空' }).click()
    await page.getByRole('heading', { name: '地区对比', exact: true }).waitFor()
    expect(await chips.count()).toBe(0)
  })

  it('leaves out a region that is none, and says so', async () => {
    const strange = await person.another((trouble) => trouble.includes('404'))
    await strange.open(`/clusters/compare?region=${JINZHOU}&chain=${CNC}&with=${JINZHOU},${TIEXI},999999`)
    await strange.page.getByRole('alert').filter({ hasText: '没有代码为 999999 的行政区划' }).waitFor()
    await compareScreen(strange.page).table.waitFor()
    expect(await compareScreen(strange.page).chips.count()).toBe(2)
    await strange.leave()
  })

  it('moves both maps as one', async () => {
    const { page } = person
    await person.open(COMPARED)
    const { surfaces } = compareScreen(page)
    await expect.poll(() => surfaces.count(), { timeout: 30_000 }).toBe(2)
    const cameras = () => surfaces.evaluateAll((all) => all.map((one) => one.getAttribute('data-camera') ?? ''))
    const before = await cameras()
    await page.getByRole('button', { name: '两图放大' }).click()
    await expect
      .poll(async () => {
        const [left, right] = await cameras()
        return left !== before[0] && left === right
      })
      .toBe(true)
  })

  it('can be used by everyone', async () => {
    const { page } = person
    await person.open(COMPARED)
    await compareScreen(page).table.waitFor()
    await page.getByRole('img', { name: /雷达图/u }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('opens a number and its rank by keyboard, and comes back to it', async () => {
    const { page } = person
    await person.open(COMPARED)
    const { table, dialog } = compareScreen(page)
    await table.waitFor()
    const revenue = table.locator('[data-figure^="revenue."]').first()
    await revenue.focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('heading', { level: 2, name: /金州区数控机床产业链 · 营业收入/u }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await revenue.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await table.locator('[data-figure^="revenue-rank."]').first().click()
    await dialog.getByRole('heading', { level: 2, name: /营业收入位次/u }).waitFor()
  })

  it('leaves as a workbook', async () => {
    const { page } = person
    await person.open(COMPARED)
    await compareScreen(page).table.waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    expect((await download).suggestedFilename()).toMatch(/^数控机床地区对比_3个地区_2025_演示数据_\d{8}\.xlsx$/u)
  })
})
