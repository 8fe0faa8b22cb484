import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pixelRatioFor } from '@/lib/pixelRatio'
import { seriousFindings } from '../drivers/accessibility'
import { startBrowser, visit } from '../drivers/browser'
import { panoramaScreen } from '../drivers/panoramaScreen'

const url = process.env['DEMO_PRODUCT_URL'] ?? ''

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('everyone can use', () => {
  it.each([
    ['the panorama', '/panorama', (page: Page) => panoramaScreen(page).drawn()],
    ['the panorama as a table', '/panorama?show=table', (page: Page) => panoramaScreen(page).table.waitFor()],
    [
      'a node',
      '/panorama?region=210000&chain=cnc-machine-tools&node=bearing',
      (page: Page) => panoramaScreen(page).enterprises.first().waitFor(),
    ],
    [
      'the cluster map',
      '/clusters?region=210000&chain=magnesite',
      (page: Page) => page.getByText('重点企业').first().waitFor(),
    ],
    ['the intake', '/intake', (page: Page) => page.getByRole('heading', { name: '导入记录' }).waitFor()],
    ['the library', '/library', (page: Page) => page.getByRole('heading', { level: 1 }).waitFor()],
  ])('%s', async (_what, route, ready) => {
    const person = await visit(browser, url)
    await person.open(route)
    await ready(person.page)
    expect(await seriousFindings(person.page)).toEqual([])
    await person.leave()
  })
})

describe('the panorama fits', () => {
  it.each([
    [1366, 768, 1],
    [1920, 1080, 1],
    [1920, 1080, 1.5],
    [3840, 2160, 1],
  ])('%i×%i at ratio %d: no horizontal scrolling, a sharp canvas', async (width, height, deviceScaleFactor) => {
    const person = await visit(browser, url, { viewport: { width, height }, deviceScaleFactor })
    await person.open('/panorama')
    const screen = panoramaScreen(person.page)
    await screen.drawn()
    const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const canvas = await screen.graph
      .locator('canvas')
      .first()
      .evaluate((element: HTMLCanvasElement) => {
        const { width, height } = element.getBoundingClientRect()
        return { css: { width, height }, backing: { width: element.width, height: element.height } }
      })
    const ratio = pixelRatioFor(canvas.css.width, canvas.css.height, deviceScaleFactor)
    // The drawing library rounds a broken ratio up, which is sharper than asked for.
    for (const side of ['width', 'height'] as const) {
      expect(canvas.backing[side]).toBeGreaterThanOrEqual(Math.floor(canvas.css[side] * ratio))
      expect(canvas.backing[side]).toBeLessThanOrEqual(Math.ceil(canvas.css[side] * Math.ceil(ratio)))
    }
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})
