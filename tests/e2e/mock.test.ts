import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, visit } from '../drivers/browser'
import { panoramaScreen } from '../drivers/panoramaScreen'
import { startMockProduct } from '../drivers/product'
import { firms, registerCsv } from '../fixtures/registers'

let browser: Browser
let product: Awaited<ReturnType<typeof startMockProduct>>
beforeAll(async () => {
  browser = await startBrowser()
  product = await startMockProduct()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

it(
  'the product works without a server: the browser alone reads a file and shows the panorama',
  { timeout: 240_000 },
  async () => {
    const person = await visit(browser, product.url)
    const { page } = person
    page.setDefaultTimeout(180_000)
    await person.open('/')
    const screen = panoramaScreen(page)
    await screen.demoBand.waitFor()
    await screen.drawn()

    await page.getByRole('link', { name: '数据接入' }).click()
    const buffer = Buffer.from(await registerCsv(firms(20)).arrayBuffer())
    await page.locator('input[type=file]').setInputFiles({ name: '名录.csv', mimeType: 'text/csv', buffer })
    await page.getByLabel('提供单位').fill('虚构局')
    await page.getByRole('button', { name: '上传并预检' }).click()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await page.getByRole('button', { name: '去看全景图谱' }).click()
    await screen.drawn()
    await screen.title.waitFor()
    expect(await screen.demoBand.count()).toBe(0)

    await page.getByRole('button', { name: '访客模式', exact: true }).click()
    await page.getByRole('button', { name: '离开访客模式' }).waitFor()
    const session = await page.evaluate(async () => (await fetch('/api/v1/session')).json())
    expect(session).toEqual({ audience: 'visitor', canLeave: true })
    expect(person.troubles).toEqual([])
    await person.leave()
  },
)
