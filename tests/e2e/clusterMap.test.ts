import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFindings } from '../drivers/accessibility'
import { startBrowser, visit, type Visit } from '../drivers/browser'
import { clusterScreen, countiesOnMap } from '../drivers/clusterScreen'
import { tableCells } from '../drivers/panoramaScreen'

const url = process.env['DEMO_PRODUCT_URL'] ?? ''
const VIEW = 'region=210000&chain=cnc-machine-tools&level=county'
/** Large enough to be pointed at on a small screen. */
const POINTED = countiesOnMap('210000')
  .filter(({ name }) => /县|市$/u.test(name))
  .slice(0, 5)

let browser: Browser
let simple: Browser
beforeAll(async () => {
  browser = await startBrowser()
  simple = await startBrowser({ withoutWebGl: true })
})
afterAll(async () => {
  await browser.close()
  await simple.close()
})

/** What the map says: the legend, and the words beside the pointer on some counties. */
async function wordsOnMap({ page }: Visit) {
  const screen = clusterScreen(page)
  const tips: Record<string, string> = {}
  for (const { name, centre } of POINTED) {
    const { x, y } = await screen.pixelOf(centre)
    await page.mouse.move(x, y)
    await screen.tip.filter({ hasText: name }).waitFor()
    tips[name] = (await screen.tip.innerText()).replace(/\s+/gu, ' ')
  }
  return { tips, legend: await screen.legend.innerText() }
}

describe('with WebGL and without', () => {
  it('the map says the same numbers, and the table agrees', async () => {
    const said = []
    for (const program of [browser, simple]) {
      const person = await visit(program, url)
      const screen = clusterScreen(person.page)
      await person.open(`/clusters?${VIEW}`)
      await screen.idle()
      expect(await screen.simpleMapNote.count()).toBe(program === simple ? 1 : 0)
      said.push(await wordsOnMap(person))
      expect(person.troubles).toEqual([])
      await person.leave()
    }
    expect(said[1]).toEqual(said[0])

    const person = await visit(browser, url)
    await person.open(`/clusters?${VIEW}&show=table`)
    const { table } = clusterScreen(person.page)
    await table.waitFor()
    const cells = new Map((await tableCells(table)).map((row) => [row[0], row]))
    for (const { name } of POINTED) {
      const tip = said[0]?.tips[name] ?? ''
      expect([name, /企业数 ([\d,]+) 家/u.exec(tip)?.[1]]).toEqual([name, cells.get(name)?.[2]])
      expect([name, /营业收入 (\S+)/u.exec(tip)?.[1]]).toEqual([name, cells.get(name)?.[4]])
    }
    await person.leave()
  })
})

describe('the table of the map', () => {
  it('opens its numbers by keyboard, and comes back to where it was', async () => {
    const person = await visit(browser, url)
    const { page } = person
    await person.open(`/clusters?${VIEW}&show=table`)
    const { table } = clusterScreen(page)
    await table.waitFor()
    const card = page.getByRole('dialog')
    for (const [row, title] of [
      [/金州区/u, /^金州区数控机床产业链 · 企业数/u],
      [/合计/u, /^辽宁省数控机床产业链 · 企业数/u],
    ] as const) {
      const number = table.getByRole('row', { name: row }).first().locator('[data-figure^="enterprises."]')
      await number.focus()
      await page.keyboard.press('Enter')
      await card.getByRole('heading', { level: 2, name: title }).waitFor()
      await card.getByRole('button', { name: '重新计算' }).click()
      await card.getByText(/^✓ 与屏幕上的数一致/u).waitFor()
      await page.keyboard.press('Escape')
      await card.waitFor({ state: 'detached' })
      expect(await number.evaluate((button) => button === document.activeElement)).toBe(true)
    }
    expect(await seriousFindings(page)).toEqual([])
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})

describe('a lost drawing context', () => {
  it('that comes back brings the same picture back', async () => {
    const person = await visit(browser, url)
    const screen = clusterScreen(person.page)
    await person.open(`/clusters?${VIEW}`)
    await screen.idle()
    const before = await screen.surface.screenshot()
    const context = await screen.surface.evaluateHandle((element) => {
      const canvas = element.querySelector('canvas')
      return { canvas, loss: canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context') }
    })
    await context.evaluate(({ canvas, loss }) => {
      const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', () => resolve(null)))
      loss?.loseContext()
      return lost
    })
    await context.evaluate(({ canvas, loss }) => {
      const back = new Promise((resolve) => canvas?.addEventListener('webglcontextrestored', () => resolve(null)))
      loss?.restoreContext()
      return back
    })
    // The state may still read idle from before: the picture counts.
    await expect.poll(async () => before.equals(await screen.surface.screenshot()), { timeout: 30_000 }).toBe(true)
    expect(await screen.simpleMapNote.count()).toBe(0)
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  it('that stays away leaves the simple map with the same numbers', async () => {
    const person = await visit(browser, url)
    const screen = clusterScreen(person.page)
    await person.open(`/clusters?${VIEW}`)
    await screen.idle()
    const before = await wordsOnMap(person)
    await screen.surface.evaluate((element) => {
      element.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await screen.simpleMapNote.waitFor()
    await screen.idle()
    expect(await wordsOnMap(person)).toEqual(before)
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})

describe('nothing leaves the product', () => {
  it.each([
    ['with WebGL', () => browser],
    ['without', () => simple],
  ])('on any page of the cluster area, %s', async (_how, program) => {
    const person = await visit(program(), url)
    const { page } = person
    await page.context().route(
      (target) => !target.href.startsWith(url),
      (route) => route.abort('addressunreachable'),
    )
    page.on('websocket', (socket) => person.troubles.push(`socket to ${socket.url()}`))
    const screen = clusterScreen(page)
    await person.open(`/clusters?${VIEW}`)
    await screen.idle()
    const tabs = page.getByRole('navigation', { name: '集群地图的页面' }).getByRole('link')
    const pages = await tabs.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(pages.length).toBeGreaterThan(1)
    for (const route of [...pages, `/clusters?${VIEW}&show=table`, '/clusters?region=210200&chain=magnesite']) {
      await person.open(route)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
    }
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})
