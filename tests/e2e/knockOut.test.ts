import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { KnockOut } from '@contract/knockOut'
import type { NamePage } from '@contract/supplyNames'
import { seriousFindings } from '../drivers/accessibility'
import { LIAONING } from '../drivers/api'
import { startBrowser, visit, type Visit } from '../drivers/browser'
import { startProduct, type RunningProduct } from '../drivers/product'
import { fictionalCode as code } from '../fixtures/creditCodes'
import { readWorkbook } from '../fixtures/readWorkbook'
import { firm } from '../fixtures/registers'
import { makersCsv, tradesCsv, type Maker, type TradeRow } from '../fixtures/supplyNetworks'

/** 3 → 2 → 1 → 4; another maker of beds, 5, and a name that is almost 6's. */
const MAKERS: Maker[] = [
  { serial: 1, county: 'tiexi', makes: '数控车床', revenue: '10000' },
  { serial: 2, county: 'heping', makes: '铸铁件、机床铸件', revenue: '2000' },
  { serial: 3, county: 'haicheng', makes: '大米、杂粮', revenue: '800' },
  { serial: 4, county: 'jinzhou', makes: '大米、杂粮', revenue: '5000' },
  { serial: 5, county: 'haicheng', makes: '铸铁件、机床铸件', revenue: '900' },
  { serial: 6, county: 'tiexi', makes: '精密轴承、主轴轴承', revenue: '' },
]
const ALMOST = firm(6).name.replace('制造有限公司', '制造公司')
const TRADES: TradeRow[] = [
  { supplier: 3, buyer: 2, product: '毛坯', amount: '400' },
  { supplier: 2, buyer: 1, product: '床身', amount: '1000', ttr: '60', tts: '15' },
  { supplier: 1, buyer: 4, product: '数控车床', amount: '3000' },
  { supplier: ALMOST, buyer: 1, product: '轴承', amount: '200' },
  { supplier: '甘肃某某𠅤厂', buyer: 1, product: '涂料', amount: '' },
]

let browser: Browser
let product: RunningProduct
let person: Visit
beforeAll(async () => {
  browser = await startBrowser()
  product = await startProduct({ withDemo: false })
  await product.api.importFile(makersCsv(MAKERS))
  await product.api.importFile(tradesCsv(TRADES), { kind: 'links', fileName: '供应关系.csv' })
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})
beforeEach(async () => {
  person = await visit(browser, product.url)
})
afterEach(async () => {
  await person.leave()
  expect(person.troubles).toEqual([])
})

const tile = (page: Page, label: string) => page.locator('.headline__tile', { hasText: label }).locator('strong')

it('a link with a target is run, stepped by keys, marked old after a change, run again and compared', async () => {
  const { page } = person
  await person.open(`/supply/knockout?region=${LIAONING}&stop=firm:${code(2)}&assume=up:1,down:1`)
  await page.getByText(`企业：${firm(2).name}`).waitFor()
  await page.getByRole('button', { name: '开始推演' }).first().click()
  await tile(page, '波及企业').waitFor()

  const assumptions = { passUp: 1, passDown: 1 }
  const stops = [{ kind: 'firm', firm: code(2) }]
  const told = await product.api.post<KnockOut>('/supply/knock-out', { region: LIAONING, stops, assumptions })
  expect(told.hit).toBe(3)
  expect(await tile(page, '波及企业').textContent()).toBe('3 家')
  expect(await page.getByRole('note').filter({ hasText: '推演，非预测' }).count()).toBe(1)
  const words = page.locator('.steps__words')
  expect(await words.textContent()).toContain('第 2 步')
  await page.keyboard.press('ArrowLeft')
  expect(await words.textContent()).toBe('第 1 步：1 家下游缺料、1 家上游断单')
  await page.keyboard.press('ArrowLeft')
  expect(await words.textContent()).toContain('停摆：1 家')
  await page.getByText('⚠ TTS 15 天 < TTR 60 天').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await page.getByLabel('停摆天数').selectOption('90')
  await page.getByText('已经改变，下面仍是').waitFor()
  expect(page.url()).toContain('days:90')
  await page.getByRole('button', { name: '重新推演' }).click()
  await page.getByText('已经改变，下面仍是').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '比较', exact: true }).click()
  const changed = page.locator('[data-difference="changed"]')
  await changed.getByText('风险收入有变 3 家').waitFor()
  expect(await page.locator('[data-difference="new"]').textContent()).toContain('新增波及 0 家')

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const sheets = await readWorkbook(new Blob([readFileSync(await (await waiting).path())]))
  expect(JSON.stringify(sheets)).toContain('推演，非预测')
  await page.goBack()
  await page.getByText('30 天 · 全停').first().waitFor()
})

it('a name is settled by one key, and the decision is taken back', async () => {
  const { page } = person
  await person.open(`/supply/names?region=${LIAONING}`)
  const card = page.getByRole('article', { name: ALMOST })
  await card.getByText(firm(6).name).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('1')
  await page.getByText(`“${ALMOST}”：是 ${firm(6).name}`).waitFor()
  const asked = () => product.api.get<NamePage>('/supply/names', { region: LIAONING })
  expect((await asked()).rows.map(({ name }) => name)).not.toContain(ALMOST)
  await page.getByText('已决定', { exact: true }).click()
  await page.getByRole('button', { name: '撤销这个决定' }).click()
  await page.getByText(`已撤销“${ALMOST}”的决定`).waitFor()
  expect((await asked()).rows.map(({ name }) => name)).toContain(ALMOST)
})

it('a snapshot is compared with now, removed and had back', async () => {
  const { page } = person
  const name = '主机厂一级𠅤'
  await product.api.post('/supply/snapshots', { name, query: { region: LIAONING, firm: code(1), tiers: 1 } })
  const later = [
    { supplier: 2, buyer: 1, product: '床身', amount: '1500' },
    { supplier: 5, buyer: 1, product: '床身', amount: '70' },
  ]
  await product.api.importFile(tradesCsv(later), { kind: 'links', fileName: '供应关系补报.csv' })
  await person.open(`/supply/snapshots?region=${LIAONING}`)
  await page.getByRole('button', { name: `比较“${name}”` }).click()
  await page.getByText('新增 1', { exact: true }).waitFor()
  await page.getByText('改变 1', { exact: true }).click()
  const rows = page.getByRole('region', { name: /变化的供应关系/u }).getByRole('row')
  expect(await rows.nth(1).textContent()).toMatch(/1,000 万元.*1,500 万元/u)
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('button', { name: `删除“${name}”` }).click()
  await page.getByText('还没有快照').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: `比较“${name}”` }).waitFor()
})
