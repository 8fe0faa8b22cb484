import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { printLoad } from './machine'
import { cpuMeter } from './pageCpu'
import { withStore } from './stores'

/** The first visits fetch code and fill what is kept on purpose. */
const WARM = 5
const VISITS = 50
const LAYOUTS = ['rings', 'columns', 'map', 'table']
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const BUILT = fileURLToPath(new URL('../dist/index.html', import.meta.url))

/** 供应网络: fifty visits to the page and away from it again; what stays in the memory of the browser. */
export async function benchSupplyMounts(): Promise<void> {
  if (!existsSync(BUILT) || !existsSync(CHROMIUM))
    return console.log('skipped: no built SPA (npm run build) or no Chromium')
  const running = process.env['PRODUCT_URL']
  if (running !== undefined) return measure(running)
  await withStore('embedded', async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['demo'], store)
    try {
      await measure(child.answer.address)
    } finally {
      await child.stop()
    }
  })
}

async function measure(address: string): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader']
  const browser = await chromium.launch({ executablePath: CHROMIUM, args })
  try {
    printLoad()
    for (const layout of LAYOUTS) {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
      const meter = await cpuMeter(browser, page)
      await page.goto(`${address}supply?region=210000&layout=${layout}`)
      await arrived(page, layout)
      for (let visit = 0; visit < WARM; visit += 1) await awayAndBack(page, layout)
      const before = await meter.heap()
      for (let visit = 0; visit < VISITS; visit += 1) await awayAndBack(page, layout)
      const after = await meter.heap()
      console.log(`${layout}: ${before.toFixed(2)} → ${after.toFixed(2)} MB after ${VISITS} visits`)
      await page.close()
    }
  } finally {
    await browser.close()
  }
}

async function awayAndBack(page: Page, layout: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: '页面' })
  await nav.getByRole('link', { name: '产业链库' }).click()
  await page.getByRole('combobox', { name: '选链主或企业' }).waitFor({ state: 'detached' })
  await nav.getByRole('link', { name: '供应网络' }).click()
  await arrived(page, layout)
}

async function arrived(page: Page, layout: string): Promise<void> {
  const picture = layout === 'table' ? page.locator('.tables') : page.getByRole('application')
  await picture.waitFor()
  await page.getByRole('heading', { name: '本地配套率' }).waitFor()
}
