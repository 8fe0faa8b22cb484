import { expect, it } from 'vitest'
import type { Criticality } from '@contract/criticality'
import { CNC, LIAONING } from '../drivers/api'
import { demoApi, demoVisits } from '../drivers/demoVisits'
import { panoramaScreen, tableCells } from '../drivers/panoramaScreen'

const person = demoVisits()

const at = (part: string) => new RegExp(part, 'u')

it('the first start shows the panorama of the demonstration data, marked as such', async () => {
  await person.open('/')
  const screen = panoramaScreen(person.page)
  await screen.drawn()
  await screen.demoBand.waitFor()
  expect(await screen.title.textContent()).toMatch(/^辽宁省 · .+产业全景图谱$/u)
  expect(person.page.url()).toMatch(at('/panorama'))
})

it('a node opens its drawer by keyboard and by mouse, and Esc closes it', async () => {
  await person.open('/panorama')
  const { page } = person
  const screen = panoramaScreen(page)
  await screen.drawn()
  const card = await screen.cardUnderKeyboard()
  await page.keyboard.press('Enter')
  await screen.drawer.waitFor()
  const name = await screen.drawer.getByRole('heading', { level: 2 }).textContent()
  await screen.graph.focus()
  await page.keyboard.press('Escape')
  await screen.drawer.waitFor({ state: 'detached' })

  await page.mouse.click(card.x, card.y)
  await screen.drawer.waitFor()
  expect(await screen.drawer.getByRole('heading', { level: 2 }).textContent()).toBe(name)
})

it('the list of a node pages until everyone is there', async () => {
  const { nodes, view } = await demoApi.panorama()
  const busy = nodes
    .filter(({ figures }) => figures.enterprises > 50)
    .sort((a, b) => a.figures.enterprises - b.figures.enterprises)[0]
  expect(busy).toBeDefined()
  await person.open(`/panorama?region=${view.region}&chain=${view.chain}&node=${busy?.id}`)
  const screen = panoramaScreen(person.page)
  await screen.drawer.getByText(at(`本地企业（${busy?.figures.enterprises} 家）`)).waitFor()
  const total = busy?.figures.enterprises ?? 0
  await screen.enterprises.first().waitFor()
  const once = await screen.enterprises.count()
  expect(once).toBeLessThan(total)
  await screen.drawer.getByRole('button', { name: '再列一页' }).click()
  await screen.enterprises.nth(once).waitFor()
})

it('an address brings back what was on the screen, and the back button the step before', async () => {
  const { page } = person
  await person.open('/panorama?region=210000&chain=cnc-machine-tools&scope=four&show=table')
  const screen = panoramaScreen(page)
  await screen.table.waitFor()
  expect(await page.getByLabel('统计口径').inputValue()).toBe('four')
  await screen.showAs('图谱')
  await screen.drawn()
  expect(page.url()).not.toMatch(at('show=table'))
  await page.goBack()
  await screen.table.waitFor()
  expect(page.url()).toMatch(at('scope=four'))
})

it('the supply relations mark the graph, rank its nodes, and lead on to 推演停摆', async () => {
  const { nodes } = await demoApi.get<Criticality>('/supply/criticality', { region: LIAONING, chain: CNC })
  const [first] = nodes
  expect(first).toBeDefined()
  await person.open(`/panorama?region=${LIAONING}&chain=${CNC}&node=${first?.node}`)
  const { page } = person
  const { drawer } = panoramaScreen(page)
  const section = drawer.getByRole('region', { name: /关键度/u })
  await section.getByText(at(`${first?.rankBefore} → ${first?.rankAfter}`)).waitFor()
  await page.getByRole('button', { name: '隐藏供应关键与断点' }).click()
  await page.reload()
  await page.getByRole('button', { name: '显示供应关键与断点' }).waitFor()
  await section.getByRole('link', { name: '推演停摆' }).click()
  await page.waitForURL((url) => url.searchParams.get('stop') === `node:${CNC}/${first?.node}`)
})

it('the table says what the API says, node by node', async () => {
  await person.open('/panorama?region=210000&chain=cnc-machine-tools&show=table')
  const screen = panoramaScreen(person.page)
  await screen.table.waitFor()
  const { nodes } = await demoApi.panorama()
  const shown = new Map((await tableCells(screen.table)).map((cells) => [cells[2] ?? '', cells]))
  expect([...shown.keys()].sort()).toEqual(nodes.map(({ name }) => name).sort())
  for (const { name, figures } of nodes) {
    const cells = shown.get(name) ?? []
    expect([name, cells[4]?.replaceAll(',', '')]).toEqual([name, String(figures.enterprises)])
    const absent = figures.revenueSuppressed ? '不公布' : figures.revenueWan === null ? '未报送' : ''
    expect([name, /^[\d,.]+$/u.test(cells[5] ?? '') ? '' : cells[5]]).toEqual([name, absent])
    expect([name, cells[6]?.replaceAll(',', '')]).toEqual([name, String(figures.revenueReporting)])
  }
})

it('the table is walked by the arrow keys, a number opens by Enter, and Tab leaves it', async () => {
  await person.open('/panorama?region=210100&chain=cnc-machine-tools&show=table')
  const { page } = person
  const { table } = panoramaScreen(page)
  await table.waitFor()
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('td, th')
      const row = cell?.parentElement
      return row && [[...(row.parentElement?.children ?? [])].indexOf(row), [...row.children].indexOf(cell)]
    })
  await table.getByRole('rowheader').first().getByRole('button').focus()
  expect(await place()).toEqual([0, 2])
  await page.keyboard.press('ArrowRight')
  expect(await place()).toEqual([0, 4])
  await page.keyboard.press('ArrowDown')
  expect(await place()).toEqual([1, 4])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '重新计算' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await place()).toEqual([1, 4])
  await page.keyboard.press('Tab')
  expect(await table.evaluate((element) => element.contains(document.activeElement))).toBe(false)
})

it('a search finds a node and an enterprise by name', async () => {
  await person.open('/panorama?region=210000&chain=cnc-machine-tools')
  const { page } = person
  await panoramaScreen(page).drawn()
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: /查找|搜索/u }).fill('滚珠丝杠')
  await page
    .getByRole('option', { name: /滚珠丝杠/u })
    .first()
    .click()
  await panoramaScreen(page)
    .drawer.getByRole('heading', { name: /滚珠丝杠/u })
    .waitFor()
})
