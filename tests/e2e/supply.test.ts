import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EgoFigures, LinkCard, Network, PartyList, SupplyParty, SupplyPath } from '@contract/supply'
import { seriousFindings } from '../drivers/accessibility'
import { LIAONING } from '../drivers/api'
import { demoApi, demoVisits } from '../drivers/demoVisits'
import { readWorkbook } from '../fixtures/readWorkbook'

const person = demoVisits()
let leader: SupplyParty

const ask = (part: Record<string, string | number> = {}) =>
  demoApi.get<Network>('/supply/network', { region: LIAONING, firm: leader.id, tiers: 2, ...part })
const view = (part: Record<string, string> = {}) =>
  `/supply?${new URLSearchParams({ region: LIAONING, firm: leader.id, ...part }).toString()}`
const grouped = (count: number) => count.toLocaleString('en-US')

beforeAll(async () => {
  const { rows } = await demoApi.get<PartyList>('/supply/parties', { region: LIAONING, limit: 50 })
  const [first] = [...rows].sort((a, b) => b.suppliers + b.buyers - (a.suppliers + a.buyers))
  if (!first) throw new Error('the demonstration data has no 链主')
  leader = first
})

/** The page in the words of someone who looks at a network. */
function supplyScreen(page: Page) {
  return {
    picture: page.getByRole('application', { name: /供应网络/u }),
    head: (text: string) => page.locator('.page__count', { hasText: text }),
    panel: page.getByRole('complementary'),
    picker: page.getByRole('combobox', { name: '选链主或企业' }),
    row: (name: string) => page.getByRole('button', { name, exact: true }).first(),
    address: (name: string) => new URL(page.url()).searchParams.get(name),
  }
}

describe('the supply network', () => {
  it('opens with the 链主 of the most partners, and shows the figures that the server has', async () => {
    const { page } = person
    await person.open(`/supply?region=${LIAONING}`)
    const screen = supplyScreen(page)
    await screen.picture.waitFor()
    const { totals } = await ask()
    await screen.head(`${grouped(totals.firms)} 家`).waitFor()
    const figures = await demoApi.get<EgoFigures>('/supply/figures', { region: LIAONING, firm: leader.id, tiers: 2 })
    expect(await page.locator(`[data-figure="${figures.suppliersRef}"]`).first().textContent()).toContain(
      `${figures.suppliers} 家`,
    )
    expect(await page.locator(`[data-figure="${figures.community.ref}"]`).first().textContent()).toContain(
      `${figures.community.count} 家`,
    )
    expect(await seriousFindings(page)).toEqual([])
  })

  it('takes another firm, direction and number of tiers into the address, and the back button undoes them', async () => {
    const { page } = person
    await person.open(view())
    const screen = supplyScreen(page)
    await screen.picture.waitFor()
    await page.getByRole('group', { name: '上下游' }).getByText('上游', { exact: true }).click()
    await page.getByLabel('层级', { exact: true }).selectOption('3')
    const up = await ask({ direction: 'up', tiers: 3 })
    await screen.head(`上游 3 级 · ${grouped(up.totals.firms)} 家`).waitFor()
    expect([screen.address('direction'), screen.address('tiers')]).toEqual(['up', '3'])

    const supplier = up.nodes.find(({ what, tier }) => what === 'firm' && tier === -1)
    await screen.picker.fill(supplier?.name ?? '')
    await page.getByRole('option', { name: supplier?.name }).first().click()
    await page.getByRole('heading', { name: supplier?.name ?? '', level: 1 }).waitFor()
    expect(screen.address('firm')).toBe(supplier?.id)
    await page.goBack()
    await page.getByRole('heading', { name: leader.name, level: 1 }).waitFor()
    await page.goBack()
    await screen.head('上游 2 级').waitFor()
  })

  it('centres on the firm that was typed, however soon Enter follows', async () => {
    const { page } = person
    const { nodes } = await ask({ direction: 'up' })
    const supplier = nodes.find(({ what, tier }) => what === 'firm' && tier === -1)
    await person.open(view())
    const screen = supplyScreen(page)
    await screen.picture.waitFor()
    await screen.picker.fill(supplier?.name ?? '')
    await screen.picker.press('Enter')
    await page.getByRole('heading', { name: supplier?.name ?? '', level: 1 }).waitFor()
    expect(screen.address('firm')).toBe(supplier?.id)
  })

  it('is narrowed by a product, says so, and lets go of it', async () => {
    const { page } = person
    const whole = await ask()
    const product = whole.products[0]?.product ?? ''
    await person.open(view({ product }))
    const screen = supplyScreen(page)
    const narrowed = await ask({ product })
    expect(narrowed.totals.links).toBeLessThan(whole.totals.links)
    await screen.head(`${grouped(narrowed.totals.links)} 条关系`).waitFor()
    await page.getByRole('button', { name: `去掉产品：${product}` }).click()
    await screen.head(`${grouped(whole.totals.links)} 条关系`).waitFor()
    expect(screen.address('product')).toBeNull()

    await person.open(view({ product: '不存在的产品' }))
    await page.getByText('没有符合筛选的供应关系').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).last().click()
    await screen.picture.waitFor()
  })

  it('opens a group and closes it again', async () => {
    const { page } = person
    const folded = await ask({ group: 'county' })
    const group = folded.nodes.find((node) => node.what === 'group')
    if (!group || group.what !== 'group') throw new Error('nothing is folded')
    await person.open(view({ group: 'county', layout: 'table' }))
    const screen = supplyScreen(page)
    await screen.row(group.name).waitFor()
    const opened = await ask({ group: 'county', open: group.id })
    await page
      .getByRole('button', { name: `展开 ${grouped(group.firms)} 家` })
      .first()
      .click()
    await page.getByText(`${grouped(opened.nodes.length - 1)} 行`).waitFor()
    expect(screen.address('open')).toBe(group.id)
    await page.getByRole('button', { name: '全部收回' }).click()
    await page.getByText(`${grouped(folded.nodes.length - 1)} 行`).waitFor()
  })

  it('tells of a link who said it, in which file and row', async () => {
    const { page } = person
    const { links, nodes, year } = await ask({ tiers: 1, direction: 'up' })
    const [link] = links
    const name = nodes.find(({ id }) => id === link?.from)?.name ?? ''
    await person.open(view({ tiers: '1', direction: 'up', layout: 'table' }))
    const screen = supplyScreen(page)
    await screen.row(name).click()
    await screen.panel.getByRole('heading', { name }).waitFor()
    await screen.panel.locator('.partners__row').first().click()
    const card = await demoApi.get<LinkCard>('/supply/link', {
      region: LIAONING,
      supplier: link?.from ?? '',
      buyer: link?.to ?? '',
      ...(year !== null && { year }),
    })
    await screen.panel.getByText('画面采用').first().waitFor()
    expect(await screen.panel.locator('.report').count()).toBe(card.assertions.length)
    const [said] = card.assertions
    await screen.panel.getByText(`${said?.fileName}，第 ${said?.row} 行`).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('finds the way of a firm to the 链主', async () => {
    const { page } = person
    const { nodes } = await ask({ group: 'none', direction: 'up' })
    const far = nodes.find(({ tier, what }) => tier === -2 && what === 'firm')
    if (!far) throw new Error('the 链主 has no supplier of a supplier')
    const { hops } = await demoApi.get<SupplyPath>('/supply/path', { region: LIAONING, from: far.id, to: leader.id })
    await person.open(view({ group: 'none', direction: 'up', layout: 'table' }))
    const screen = supplyScreen(page)
    await screen.row(far.name).click()
    await screen.panel.getByRole('button', { name: '查它怎么挂上链主' }).click()
    await screen.panel.getByText(`共 ${hops?.length} 步`).waitFor()
    expect(await screen.panel.locator('.path__party').count()).toBe((hops?.length ?? 0) + 1)
  })

  it('comes as a workbook with what the tables say', async () => {
    const { page } = person
    const { links, nodes } = await ask()
    await person.open(view({ layout: 'table' }))
    await page.getByRole('group', { name: '表格' }).getByText('供应关系').click()
    await page.getByText(`${grouped(links.length)} 行`).waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 ▾' }).click()
    await page.getByRole('button', { name: /^表格（Excel/u }).click()
    const download = await waiting
    const sheets = await readWorkbook(new Blob([readFileSync(await download.path())]))
    const listed = (sheets['企业'] ?? []).flat()
    expect(nodes.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([])
  })
})
