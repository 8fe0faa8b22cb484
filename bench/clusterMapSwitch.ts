import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { clusterScreen, countiesOnMap } from '../tests/drivers/clusterScreen'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { spread } from './figures'
import { printLoad } from './machine'
import { cpuMeter, type Cost } from './pageCpu'
import { withStore } from './stores'

const ROUNDS = 5
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const BUILT = fileURLToPath(new URL('../dist/index.html', import.meta.url))
const VIEW = 'clusters?region=210000&chain=cnc-machine-tools&level=county'

/** 省→市→县: what a change of region costs the page, from the click to the map at rest. */
export async function benchRegionSwitch(): Promise<void> {
  if (!existsSync(BUILT) || !existsSync(CHROMIUM))
    return console.log('skipped: no built SPA (npm run build) or no Chromium')
  await withStore('embedded', async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['demo'], store)
    try {
      for (const animated of [true, false]) await measure(child.answer.address, animated)
    } finally {
      await child.stop()
    }
  })
}

async function measure(address: string, animated: boolean): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader']
  const browser = await chromium.launch({ executablePath: CHROMIUM, args })
  try {
    const reducedMotion = animated ? 'no-preference' : 'reduce'
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion })
    // tsx names every function by a helper of its own, which the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    const meter = await cpuMeter(browser, page)
    const costs: Record<string, Cost[]> = {}
    await page.goto(address + VIEW)
    // The first round fetches what the later ones have.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, act] of Object.entries(await journey(page))) {
        const cost = await meter.cost(act)
        if (round > 0) costs[name] = [...(costs[name] ?? []), cost]
      }
    }
    printLoad()
    console.log(`region switch, click to rest, ms (n=${ROUNDS}), ${animated ? 'animated' : 'reduced motion'}`)
    const of = (list: Cost[], key: keyof Cost) => spread(list.map((cost) => cost[key]))
    console.table(
      Object.fromEntries(
        Object.entries(costs).map(([name, list]) => [
          name,
          {
            main: of(list, 'main'),
            renderer: of(list, 'renderer'),
            drawing: of(list, 'drawing'),
            wall: of(list, 'wall'),
          },
        ]),
      ),
    )
  } finally {
    await browser.close()
  }
}

/** There and back through 瓦房店市; the map must be at rest at the province. */
async function journey(page: Page): Promise<Record<string, () => Promise<unknown>>> {
  const screen = clusterScreen(page)
  const county = countiesOnMap('210000').find(({ code }) => code === '210281')
  if (!county) throw new Error('no county 210281')
  await screen.idle()
  const province = await screen.camera()
  const click = async () => {
    const { x, y } = await screen.pixelOf(county.centre)
    await page.mouse.click(x, y)
  }
  return {
    'province → city': async () => {
      await click()
      await screen.idle(province)
    },
    'city → county': async () => {
      await click()
      await page.getByRole('heading', { name: county.name }).first().waitFor()
      await screen.idle()
    },
    'county → province': async () => {
      await page.evaluate(() => history.go(-2))
      await screen.backAt(province)
    },
  }
}
