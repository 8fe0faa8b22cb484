import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FigureCard } from '@contract/figures'
import { ROUTES } from '@/app/router'
import { parseRef } from '@domain/figure/figureRef'
import { parseRegionRef } from '@domain/figure/regionRef'
import { startBrowser, visit, type Visit } from '../drivers/browser'
import { agrees, bareNumbers, printedFigures, unknownReasons, within, type PrintedFigure } from '../drivers/pageNumbers'
import { WALK, type Stop } from '../drivers/walk'

const url = process.env['DEMO_PRODUCT_URL'] ?? ''

/** Cards opened over all pages, chosen anew when the pages change and the same from run to run. */
const SAMPLE = 60
const SEED = 20261121
/** On a machine that does other work, too. */
const SLOWEST_MS = 180_000

let browser: Browser
let person: Visit
const printed = new Map<string, PrintedFigure[]>()

beforeAll(async () => {
  browser = await startBrowser()
  person = await visit(browser, url)
})
afterAll(async () => {
  await person.leave()
  await browser.close()
})

const pageNames = ROUTES.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))

async function goTo({ address, ready }: Stop): Promise<Page> {
  await person.open(await address(url))
  await ready(person.page)
  return person.page
}

it('every page of the product is on the walk', () => {
  expect(pageNames.filter((name) => !WALK[name]?.length)).toEqual([])
})

const stops = pageNames.flatMap((name) => (WALK[name] ?? []).map((stop) => ({ name, ...stop })))

describe('every number opens to its card or says why it does not', () => {
  it.each(stops)('on $name: $what', async (stop) => {
    const page = await goTo(stop)
    expect(await bareNumbers(page)).toEqual([])
    expect(await unknownReasons(page)).toEqual([])
    const figures = await printedFigures(page)
    printed.set(stop.what, figures)
    expect(figures.length > 0).toBe(!stop.isPlain)
    expect(figures.map(({ ref }) => ref).filter((ref) => !parseRef(ref) && !parseRegionRef(ref))).toEqual([])
  })
})

/** Numbers without a pattern, the same every time. */
function* dice(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/** Some of the figures of every stop, in the order of the walk. */
function sampled(): Map<string, PrintedFigure[]> {
  const all = [...printed].flatMap(([what, figures]) =>
    figures.filter(({ isQuoted }) => !isQuoted).map((figure) => ({ what, figure })),
  )
  const rolls = dice(SEED)
  const drawn = all.map((entry) => ({ ...entry, at: rolls.next().value as number })).sort((a, b) => a.at - b.at)
  const chosen = new Map<string, PrintedFigure[]>()
  for (const { what, figure } of drawn.slice(0, SAMPLE)) chosen.set(what, [...(chosen.get(what) ?? []), figure])
  return chosen
}

const cardOf = async (ref: string): Promise<FigureCard> =>
  (await (await fetch(new URL(`api/v1/figures/card?ref=${ref}`, url))).json()) as FigureCard

/** Opens the card of a number as its reader does; what is wrong with it, in words. */
async function faultsOf(page: Page, { ref, text }: PrintedFigure): Promise<string[]> {
  const card = await cardOf(ref)
  await (await within(page)).locator(`[data-figure="${ref}"]:visible`).first().click()
  const dialog = page.getByRole('dialog').last()
  const value = dialog.locator('.card__value .figure').first()
  await value.waitFor()
  const said = (await value.textContent())?.trim()
  const faults: string[] = []
  const wanted = card.suppressed ? '不公布' : card.missing ? '没有数' : card.text
  if (said !== wanted) faults.push(`${ref}: the card says ${said}, its source ${wanted}`)
  if (!agrees(text, card)) faults.push(`${ref}: the page says ${text}, the card ${card.text} (${card.value})`)
  if (!card.suppressed) {
    await dialog.getByRole('button', { name: '重新计算' }).click()
    const verdict = (await dialog.locator('.card__verdict').textContent())?.trim() ?? ''
    const isClosed = card.inputs.some(({ suppressed, withheld }) => suppressed !== null || withheld)
    if (!(isClosed ? verdict.includes('不能在这里重算') : verdict.startsWith('✓'))) faults.push(`${ref}: ${verdict}`)
  }
  await page.keyboard.press('Escape')
  await value.waitFor({ state: 'detached' })
  return faults
}

it(
  `${SAMPLE} cards drawn by lot say what the pages say, and compute to it again`,
  async () => {
    const faults: string[] = []
    for (const [what, figures] of sampled()) {
      const stop = stops.find((entry) => entry.what === what)
      if (!stop) throw new Error(`no stop ${what}`)
      const page = await goTo(stop)
      for (const figure of figures) faults.push(...(await faultsOf(page, figure)))
    }
    expect(faults).toEqual([])
    expect(person.troubles).toEqual([])
  },
  SLOWEST_MS,
)
