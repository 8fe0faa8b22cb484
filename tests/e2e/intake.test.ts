import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, visit } from '../drivers/browser'
import { panoramaScreen } from '../drivers/panoramaScreen'
import { startProduct, type RunningProduct } from '../drivers/product'
import { fictionalCode, misspelt } from '../fixtures/creditCodes'
import { firm, firms, registerCsv, type Firm } from '../fixtures/registers'

/** A register as a market bureau keeps it: no revenue, no statistics. */
const COLUMNS: (keyof Firm)[] = ['name', 'code', 'city', 'county', 'products']
const list = [...firms(30), firm(3), firm(40, { code: misspelt(fictionalCode(40)) }), firm(41, { code: '' })]

let browser: Browser
let product: RunningProduct
beforeAll(async () => {
  browser = await startBrowser()
  product = await startProduct({ withDemo: false })
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

it('a register goes from a file to the panorama', async () => {
  const person = await visit(browser, product.url)
  const { page } = person
  await person.open('/panorama')
  await page.getByRole('link', { name: '去导入数据' }).click()

  const buffer = Buffer.from(await registerCsv(list, COLUMNS).arrayBuffer())
  await page.locator('input[type=file]').setInputFiles({ name: '辽宁名录.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('提供单位').fill('虚构市市场监督管理局')
  await page.getByRole('button', { name: '上传并预检' }).click()

  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('将发布 30 行').waitFor()
  await dialog.getByRole('button', { name: '确认发布' }).click()
  await page.getByRole('button', { name: '去看全景图谱' }).click()

  const screen = panoramaScreen(page)
  await screen.drawn()
  await page.getByText('未报送').first().waitFor()
  expect(await screen.demoBand.count()).toBe(0)
  const panorama = await product.api.panorama()
  expect(panorama.linkRate.enterprises).toBe(30)
  await screen.showAs('表格')
  await screen.table.waitFor()
  expect(person.troubles).toEqual([])
  await person.leave()
})

it('without an answer from the server the last data stay, with a note and a retry that works', async () => {
  const person = await visit(browser, product.url, {}, (trouble) =>
    /ERR_CONNECTION_REFUSED|Failed to load resource/u.test(trouble),
  )
  const { page } = person
  await product.api.importFile(registerCsv(firms(12)))
  await person.open('/panorama?region=210000&chain=cnc-machine-tools&show=table')
  const screen = panoramaScreen(page)
  await screen.table.waitFor()
  await product.interrupt()
  await page.getByLabel('统计口径').selectOption('four')
  const note = page.getByRole('alert').filter({ hasText: '更新失败' })
  await note.waitFor()
  expect(await screen.table.isVisible()).toBe(true)
  await product.resume()
  await note.getByRole('button', { name: '重试' }).click()
  await note.waitFor({ state: 'detached' })
  expect(person.troubles).toEqual([])
  await person.leave()
})
