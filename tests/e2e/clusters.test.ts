import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnterprisePage } from '@contract/enterprises'
import type { PointSummary } from '@contract/points'
import type { Selection } from '@contract/selection'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { startBrowser, visit } from '../drivers/browser'
import { seriousFindings } from '../drivers/accessibility'

const url = process.env['DEMO_PRODUCT_URL'] ?? ''
const VIEW = 'region=210000&chain=cnc-machine-tools'
const PATH = `/clusters?${VIEW}`
const AREA = '122.36235,40.8109;124.67051,40.8109;124.67051,42.25071;122.36235,42.25071'

const ask = async <T>(route: string): Promise<T> => (await (await fetch(new URL(`api/v1${route}`, url))).json()) as T
const grouped = (count: number) => count.toLocaleString('en-US')

/** The page in the words of someone who selects. */
function mapScreen(page: Page) {
  const map = page.getByRole('application', { name: /地图/u })
  const panel = page.getByRole('complementary')
  return {
    map,
    panel,
    listed: panel.locator('section', { hasText: '已列' }).getByRole('listitem'),
    drawn: () => page.locator('[data-map-state="idle"]').waitFor(),
    area: page.locator('svg.draw path').first(),
    chooseArea: async (name: '矩形' | '多边形' | '当前视野' | '清除圈选') => {
      await page.getByRole('button', { name: '圈选', exact: false }).first().click()
      await page.getByRole('button', { name }).click()
    },
    /** Draws from one place of the map to another, in shares of its width and height. */
    async drag(from: [number, number], to: [number, number]) {
      const box = await map.boundingBox()
      if (!box) throw new Error('the map has no place')
      const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const
      await page.mouse.move(...at(from))
      await page.mouse.down()
      await page.mouse.move(...at(to), { steps: 5 })
      await page.mouse.up()
    },
    areaOfAddress: () => new URL(page.url()).searchParams.get('area'),
  }
}

describe.each([
  { engine: 'the drawing engine', withoutWebGl: false },
  { engine: 'the simple map', withoutWebGl: true },
])('with $engine', ({ withoutWebGl }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser({ withoutWebGl })
  })
  afterAll(() => browser.close())
  // The software renderer has no context to give: the engine says so on the console before the simple map takes over.
  const isExpected = (trouble: string) => withoutWebGl && /WebGL/iu.test(trouble)

  it('the points say how many enterprises they are and how many cannot be one', async () => {
    const person = await visit(browser, url, {}, isExpected)
    await person.open(PATH)
    const screen = mapScreen(person.page)
    await screen.drawn()
    const toggle = person.page.getByRole('button', { name: '企业点位' })
    expect(await toggle.getAttribute('aria-pressed')).toBe('false')
    await toggle.click()
    const { located, unlocated } = await ask<PointSummary>(`/points/summary?${VIEW}`)
    await person.page.getByText(`有坐标 ${grouped(located)} 家；无坐标 ${grouped(unlocated)} 家`).waitFor()
    expect(new URL(person.page.url()).searchParams.get('points')).toBe('on')
    await person.page.goBack()
    await person.page.getByText(`有坐标`).waitFor({ state: 'detached' })
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  it('a rectangle shows its totals and its list, which agree; the back button undoes it', async () => {
    const person = await visit(browser, url, {}, isExpected)
    await person.open(PATH)
    const screen = mapScreen(person.page)
    await screen.drawn()
    await screen.chooseArea('矩形')
    await screen.drag([0.5, 0.28], [0.68, 0.56])
    await screen.panel.getByText('已列').waitFor()
    const area = screen.areaOfAddress() ?? ''
    expect(area).toMatch(/^(-?\d+(\.\d{1,5})?,-?\d+(\.\d{1,5})?;){3}/u)
    const told = await ask<Selection>(`/clusters/selection?${VIEW}&area=${area}`)
    const list = await ask<EnterprisePage>(`/enterprises?${VIEW}&area=${area}`)
    expect(told.enterprises).toBe(list.total)
    expect(told.enterprises).toBeGreaterThan(30)
    await screen.panel.getByText(`已列 30 / ${grouped(list.total)} 家`).waitFor()
    await screen.panel
      .getByText(`${grouped(told.enterprises)} 家`, { exact: true })
      .first()
      .waitFor()
    expect(await screen.listed.count()).toBe(30)
    await screen.panel.getByRole('button', { name: '再列一页' }).click()
    await screen.panel.getByText('已列 60').waitFor()
    await person.page.goBack()
    await screen.panel.waitFor({ state: 'detached' })
    expect(screen.areaOfAddress()).toBeNull()
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  it('an address with an area opens it again, outline and all; clearing it takes it away', async () => {
    const person = await visit(browser, url, {}, isExpected)
    await person.open(`${PATH}&area=${AREA}`)
    const screen = mapScreen(person.page)
    await screen.drawn()
    await screen.area.waitFor()
    const { enterprises } = await ask<Selection>(`/clusters/selection?${VIEW}&area=${AREA}`)
    await screen.panel
      .getByText(`${grouped(enterprises)} 家`, { exact: true })
      .first()
      .waitFor()
    await screen.panel.getByRole('button', { name: '清除圈选' }).click()
    await screen.panel.waitFor({ state: 'detached' })
    await screen.area.waitFor({ state: 'detached' })
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})

describe('without a pointer', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  it('what is in view is selected, an enterprise opened and closed again', async () => {
    const person = await visit(browser, url)
    const { page } = person
    await person.open(PATH)
    const screen = mapScreen(page)
    await screen.drawn()
    await page.getByRole('button', { name: '圈选' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '当前视野' }).focus()
    await page.keyboard.press('Enter')
    const { located } = await ask<PointSummary>(`/points/summary?${VIEW}`)
    await screen.panel.getByText(`已列 30 / ${grouped(located)} 家`).waitFor()
    await screen.listed.first().getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await screen.panel.getByText('所在区县').waitFor()
    await page.keyboard.press('Escape')
    await screen.panel.getByText('已列').waitFor()
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  it('drawing is given up with Escape', async () => {
    const person = await visit(browser, url)
    await person.open(PATH)
    const screen = mapScreen(person.page)
    await screen.drawn()
    await screen.chooseArea('多边形')
    await person.page.getByText('单击加顶点').waitFor()
    await person.page.keyboard.press('Escape')
    await person.page.getByText('单击加顶点').waitFor({ state: 'detached' })
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  it('the page with points and an area has no serious obstacles', async () => {
    const person = await visit(browser, url)
    await person.open(`${PATH}&points=on&area=${AREA}`)
    const screen = mapScreen(person.page)
    await screen.panel.getByText('已列').waitFor()
    expect(await seriousFindings(person.page)).toEqual([])
    await person.leave()
  })

  it('the workbook holds the totals and everyone on the list', async () => {
    const person = await visit(browser, url)
    await person.open(`${PATH}&area=${AREA}`)
    const screen = mapScreen(person.page)
    await screen.panel.getByText('已列').waitFor()
    const waiting = person.page.waitForEvent('download')
    await screen.panel.getByRole('button', { name: '导出 Excel' }).click()
    const download = await waiting
    const sheets = await readWorkbook(new Blob([readFileSync(await download.path())]))
    const { enterprises } = await ask<Selection>(`/clusters/selection?${VIEW}&area=${AREA}`)
    expect(recordsUnder(sheets['企业清单'] ?? [], '企业名称')).toHaveLength(enterprises)
    await person.leave()
  })
})
