import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, visit } from '../drivers/browser'
import { clusterScreen, countiesOnMap, type CountyOnMap } from '../drivers/clusterScreen'

const url = process.env['DEMO_PRODUCT_URL'] ?? ''
const VIEW = '/clusters?region=210000&chain=cnc-machine-tools&level=county'

const SCREENS = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
] as const
const RATIOS = [1, 1.25, 2]

interface Round {
  width: number
  height: number
  ratio: number
  counties: CountyOnMap[]
}

/** Every fifth county of Liaoning in code order. */
const COUNTIES = countiesOnMap('210000').filter((_county, i) => i % 5 === 0)

/** How many of the counties each screen gets in the short run, at which ratio: the processor draws 4K slowly. */
const SHORT = [
  [11, 1],
  [5, 1.25],
  [1, 2],
  [3, 1],
] as const

/** MAP_CLICKS=all: every county on every screen at every ratio. Otherwise each county once, on one of the screens. */
const isWhole = process.env['MAP_CLICKS'] === 'all'

function roundsOf(): Round[] {
  if (isWhole)
    return SCREENS.flatMap(([width, height]) => RATIOS.map((ratio) => ({ width, height, ratio, counties: COUNTIES })))
  const left = [...COUNTIES]
  return SCREENS.map(([width, height], at) => {
    const [count, ratio] = SHORT[at] ?? [0, 1]
    return { width, height, ratio, counties: left.splice(0, count) }
  })
}

const ENGINES = [
  { engine: 'the drawing engine', withoutWebGl: false, rounds: roundsOf() },
  { engine: 'the simple map', withoutWebGl: true, rounds: isWhole ? roundsOf() : roundsOf().slice(1, 2) },
]

describe.each(ENGINES)('with $engine, a click on the middle of a county', ({ withoutWebGl, rounds }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser({ withoutWebGl })
  })
  afterAll(() => browser.close())

  it.each(rounds)(
    'opens its city, and there the county: $width × $height at ratio $ratio',
    { timeout: 240_000 },
    async ({ width, height, ratio, counties }) => {
      const person = await visit(browser, url, { viewport: { width, height }, deviceScaleFactor: ratio })
      const { page } = person
      // A frame of 4K takes the processor seconds where others want it too.
      page.setDefaultTimeout(120_000)
      const screen = clusterScreen(page)
      await person.open(VIEW)
      await screen.idle()
      expect(await screen.simpleMapNote.count()).toBe(withoutWebGl ? 1 : 0)
      const province = await screen.camera()
      const reached: unknown[] = []
      for (const { code, name, centre } of counties) {
        const atProvince = await screen.pixelOf(centre)
        await page.mouse.click(atProvince.x, atProvince.y)
        await screen.regionBecomes('210000')
        const city = screen.region()
        await screen.idle(province)
        const atCity = await screen.pixelOf(centre)
        await page.mouse.click(atCity.x, atCity.y)
        await screen.regionBecomes(city)
        reached.push([name, city, code === screen.region()])
        await page.evaluate(() => history.go(-2))
        await screen.backAt(province)
      }
      expect(reached).toEqual(counties.map(({ name, city }) => [name, city, true]))
      expect(person.troubles).toEqual([])
      await person.leave()
    },
  )
})
