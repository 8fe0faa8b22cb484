import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFindings } from '../drivers/accessibility'
import { startBrowser, visit } from '../drivers/browser'
import { startProduct, type RunningProduct } from '../drivers/product'
import { registerOf2024 } from '../fixtures/industryClusters'
import { firms, registerCsv } from '../fixtures/registers'

const NAME = '沈阳数控机床𠅤集群'

let browser: Browser
let product: RunningProduct
beforeAll(async () => {
  browser = await startBrowser()
  // Of a register this small hardly any sum would be public.
  product = await startProduct({ withDemo: false, settings: { SUPPRESS_BELOW: '0' } })
  await product.api.importFile(registerOf2024(112), { period: '2024' })
  await product.api.importFile(registerCsv(firms(112)))
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

it('a cluster is made, seen in list and chart, read, changed, removed and had back', async () => {
  const person = await visit(browser, product.url)
  const { page } = person
  const dialog = page.getByRole('dialog')
  const chart = page.getByRole('img', { name: /集群组合图/u })
  const row = page.getByRole('row', { name: new RegExp(NAME, 'u') })
  await person.open('/clusters/registry?region=210000')
  await page.getByText('还没有登记产业集群').waitFor()

  await page.getByRole('button', { name: '新建集群' }).first().click()
  await dialog.getByText('区位商不低于 1.2').waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('请填写集群名称').waitFor()
  expect(await dialog.getByLabel(/集群名称/u).evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByLabel(/集群名称/u).fill(NAME)
  for (const county of ['铁西区', '于洪区']) {
    await dialog.getByRole('searchbox').fill(county)
    await dialog.getByRole('group', { name: '沈阳市' }).getByRole('checkbox').first().check()
  }
  await dialog.getByText('已选 2 / 60').waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()

  await row.waitFor()
  await chart.waitFor()
  expect(await chart.getAttribute('aria-label')).toContain('1 个集群')
  expect(await row.textContent()).toContain('11.1%')
  expect(await seriousFindings(page)).toEqual([])

  const size = row.locator('[data-figure^="revenue."]')
  await size.focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('heading', { level: 2, name: new RegExp(`^${NAME} · 营业收入`, 'u') }).waitFor()
  await dialog.getByRole('button', { name: '重新计算' }).click()
  await dialog.getByText(/^✓ 与屏幕上的数一致/u).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await row.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
  await page.getByText('占全省该链（环节）营业收入不低于 10%').first().waitFor()
  expect(await page.getByRole('row', { name: /集群合计/u }).textContent()).toContain('11.1%')
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('button', { name: '修改' }).click()
  await dialog.getByLabel('认定批次（选填）').fill('第三批')
  await page.keyboard.press('Escape')
  await dialog.getByText('修改尚未保存').waitFor()
  await dialog.getByRole('button', { name: '继续编辑' }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText(/自定 · 第三批/u).waitFor()

  await page.getByRole('button', { name: '删除' }).click()
  await page.getByText('还没有登记产业集群').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
  await page.getByRole('link', { name: '集群名单', exact: true }).click()
  await row.waitFor()
  expect(person.troubles).toEqual([])
  await person.leave()
})
