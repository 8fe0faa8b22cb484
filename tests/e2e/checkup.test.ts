import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Brief } from '@contract/brief'
import type { Checkup } from '@contract/checkup'
import { seriousFindings } from '../drivers/accessibility'
import { CNC, LIAONING } from '../drivers/api'
import { demoApi, demoVisits } from '../drivers/demoVisits'
import { readWorkbook } from '../fixtures/readWorkbook'

const SHENYANG = '210100'

const person = demoVisits()

describe('the checkup before a meeting', () => {
  it('runs at a press of a button, lists what it found and leads to the place', async () => {
    const { page } = person
    await person.open(`/indicators/checkup?region=${LIAONING}&chain=${CNC}`)
    await page.getByRole('button', { name: '开始体检' }).first().click()
    const { findings, checks } = await demoApi.get<Checkup>('/checkup', { region: LIAONING, chain: CNC })
    const list = page.getByRole('region', { name: '发现' })
    await list.getByRole('listitem').first().waitFor()
    expect(await page.locator('[data-finding]').count()).toBe(findings.length)
    expect(await page.locator('[data-check]').count()).toBe(checks.length)
    expect(await seriousFindings(page)).toEqual([])

    await page.locator('[data-check="sources"]').click()
    const differing = findings.filter(({ check }) => check === 'sources')
    expect(differing.length).toBeGreaterThan(0)
    expect(await page.locator('[data-finding]').count()).toBe(differing.length)
    await page.getByRole('link', { name: '看区域指标' }).first().click()
    await page.getByRole('heading', { name: `${differing[0]?.regions[0]?.name}区域指标` }).waitFor()
  })

  it('comes as a workbook', async () => {
    const { page } = person
    await person.open(`/indicators/checkup?region=${SHENYANG}&chain=${CNC}`)
    await page.getByRole('button', { name: '开始体检' }).first().click()
    await page.locator('[data-check]').first().waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^沈阳市_会前体检_演示数据_\d{8}\.xlsx$/u)
    const sheets = await readWorkbook(new Blob([readFileSync(await download.path())]))
    expect(Object.keys(sheets)).toEqual(['发现', '各项检查', '口径与来源'])
  })
})

describe('the one-pager', () => {
  it('says three sentences whose marks open the cards of their numbers', async () => {
    const { page } = person
    await person.open(`/indicators/brief?region=${SHENYANG}&chain=${CNC}`)
    const { sentences } = await demoApi.get<Brief>('/brief', { region: SHENYANG, chain: CNC })
    await page.locator('[data-sentence="status"]').waitFor()
    expect(await page.locator('[data-sentence]').count()).toBe(sentences.length)
    expect(await seriousFindings(page)).toEqual([])
    await page.locator('[data-sentence="status"] [data-figure]').first().click()
    await page.getByRole('dialog').getByText('企业数').first().waitFor()
  })

  it.each([LIAONING, SHENYANG, '210106', '210213'])('prints %s on exactly one page', async (region) => {
    const { page } = person
    await person.open(`/indicators/brief?region=${region}&chain=${CNC}`)
    await page.locator('[data-sentence="status"]').waitFor()
    const paper = await page.pdf({ preferCSSPageSize: true })
    expect(pagesOf(paper)).toBe(1)
  })
})

/** The page objects of a PDF; the tree of pages has a name of its own. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length
