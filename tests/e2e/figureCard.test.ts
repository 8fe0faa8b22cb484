import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { FigureCard } from '@contract/figures'
import { seriousFindings } from '../drivers/accessibility'
import { demoUrl, demoVisits } from '../drivers/demoVisits'

const SHENYANG = 'region=210100&chain=cnc-machine-tools'

const person = demoVisits({ permissions: ['clipboard-read', 'clipboard-write'] })

/** The page in the words of someone who asks where a number comes from. */
function figureScreen(page: Page) {
  const card = page.getByRole('dialog')
  const inputs = card.getByRole('table', { name: /算式用到/u })
  return {
    card,
    inputs,
    numbers: page.locator('[data-figure]'),
    titled: (name: RegExp) => card.getByRole('heading', { level: 2, name }).waitFor(),
    open: async (indicator: string) => {
      await page.locator(`[data-figure^="${indicator}."]`).first().click()
      await inputs.waitFor()
    },
    recompute: async () => {
      await card.getByRole('button', { name: '重新计算' }).click()
      return (await card.locator('.card__verdict').textContent())?.trim() ?? ''
    },
  }
}

const cardOf = async (ref: string): Promise<FigureCard> =>
  (await (await fetch(new URL(`api/v1/figures/card?ref=${ref}`, demoUrl))).json()) as FigureCard

describe('a number of the region panel', () => {
  it('opens to its card, opens its inputs, is computed again and quoted', async () => {
    const { page } = person
    await person.open(`/clusters?${SHENYANG}`)
    const screen = figureScreen(page)
    await screen.numbers.first().waitFor()
    const button = page.locator('[data-figure^="concentration."]').first()
    const shown = (await button.textContent())?.trim()
    const said = await cardOf((await button.getAttribute('data-figure')) ?? '')
    expect(shown).toBe(said.text)

    await screen.open('concentration')
    await screen.titled(/沈阳市数控机床产业链 · 产业集聚度/u)
    expect(await screen.recompute()).toBe(`✓ 与屏幕上的数一致：${said.value}`)
    expect(await seriousFindings(page)).toEqual([])

    await screen.inputs.getByRole('button').first().click()
    await screen.titled(/营业收入/u)
    // Some of its counties may be too few firms to be public.
    expect(await screen.recompute()).toMatch(
      /^(?:✓ 与屏幕上的数一致：[\d,.]+ 万元|有 \d+ 项输入不公布，不能在这里重算。)$/u,
    )
    await screen.card.getByRole('button', { name: /打开名单/u }).click()
    await screen.card.getByText('已列 20 /').waitFor()

    await screen.card.getByRole('button', { name: '← 产业集聚度' }).click()
    await screen.titled(/产业集聚度/u)
    await screen.card.getByRole('button', { name: '复制为引文' }).click()
    await page.getByText('已复制为引文').waitFor()
    const quoted = await page.evaluate(() => navigator.clipboard.readText())
    expect(quoted).toContain(`沈阳市数控机床产业链产业集聚度 ${shown}（演示数据，2025年`)
    expect(quoted).toMatch(/来源：.+发布；产业大脑 数据版本 \d+）$/u)

    await page.keyboard.press('Escape')
    await screen.card.waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('opens by keyboard, down to one enterprise and its row in the register', async () => {
    const { page } = person
    await person.open('/clusters?region=210106&chain=cnc-machine-tools')
    const screen = figureScreen(page)
    await page.locator('[data-figure^="revenue."]').first().focus()
    await page.keyboard.press('Enter')
    await screen.inputs.getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await screen.inputs.getByText(/第 \d+ 行/u).waitFor()
    expect(await screen.recompute()).toMatch(/^✓/u)
  })
})

/** Numbers in a panel that are no button, other than in the places named. */
const plainNumbers = (page: Page, panel: string, except: string) =>
  page
    .locator(panel)
    .first()
    .evaluate((host, exempt) => {
      const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const inside = node.parentElement
        const isExempt = exempt !== '' && inside?.closest(exempt)
        if (/\d/u.test(node.textContent ?? '') && !isExempt && !inside?.closest('[data-figure]'))
          found.push(node.textContent?.trim() ?? '')
      }
      return found
    }, except)

/** Names of nodes and enterprises may have digits; so may definitions, and what a ratio or the sum of provinces rests on. */
const STORY_TEXT =
  '[role=tooltip], .figures__note, .story__none, .peers, a, h3, .story__item--enterprise > span:first-child'

describe('every number is a button', () => {
  it.each([
    ['the region panel', `/clusters?${SHENYANG}`, '.story', STORY_TEXT],
    ['the panel of a province', '/clusters?region=210000&chain=magnesite', '.story', STORY_TEXT],
    ['the panel of the country', '/clusters?region=100000&chain=magnesite', '.story', STORY_TEXT],
    // The tile that says when is no figure.
    ['the head of the panorama', `/panorama?${SHENYANG}`, '.head__tiles', '[aria-expanded]'],
    ['the figures of a node', `/panorama?${SHENYANG}&node=bearing`, '.node__figures', ''],
    ['the facts of a node', `/panorama?${SHENYANG}&node=bearing`, '.node__facts', ''],
  ])('in %s', async (_what, route, panel, except) => {
    const { page } = person
    await person.open(route)
    await page.locator(`${panel} [data-figure]`).first().waitFor()
    expect(await plainNumbers(page, panel, except)).toEqual([])
    const refs = await page
      .locator(`${panel} [data-figure]`)
      .evaluateAll((list) => list.map((item) => item.getAttribute('data-figure')))
    for (const ref of new Set(refs)) expect([ref, (await cardOf(ref ?? '')).ref]).toEqual([ref, ref])
  })
})
