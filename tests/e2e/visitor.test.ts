import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoUrl, demoVisits } from '../drivers/demoVisits'

const NODE = 'region=210000&chain=cnc-machine-tools&node=cnc-lathe'
const MONEY = /\d\s*[亿万]/u

const person = demoVisits()

/** The head of every page. */
function shell(page: Page) {
  const nav = page.getByRole('navigation', { name: '页面' })
  return {
    intake: nav.getByRole('link', { name: '数据接入' }),
    enter: page.getByRole('button', { name: '访客模式', exact: true }),
    leave: page.getByRole('button', { name: '离开访客模式' }),
    badge: page.locator('.visitor__badge'),
    confirm: () => page.getByRole('dialog').getByRole('button', { name: '离开访客模式' }).click(),
    stamp: page.getByRole('group', { name: '口径', exact: true }),
    notice: (text: RegExp) => page.getByRole('status').filter({ hasText: text }).first(),
  }
}

/** 营业收入 beside each enterprise of the node. */
async function revenues(page: Page): Promise<string[]> {
  await page.locator('.enterprise__revenue').first().waitFor()
  return page.locator('.enterprise__revenue').allTextContents()
}

describe('visitor mode', () => {
  it('hides what single enterprises reported and the intake, over a reload, until it is left', async () => {
    const { page } = person
    const { intake, enter, leave, badge, confirm } = shell(page)
    await person.open(`/panorama?${NODE}`)
    expect((await revenues(page)).some((text) => MONEY.test(text))).toBe(true)
    await intake.waitFor()

    await enter.click()
    await badge.waitFor()
    expect(new Set((await revenues(page)).map((text) => text.trim()))).toEqual(new Set(['不公开']))
    expect(await intake.count()).toBe(0)
    expect((await page.request.get(new URL('api/v1/batches', demoUrl).href)).status()).toBe(403)

    await page.reload()
    await badge.waitFor()
    expect(new Set((await revenues(page)).map((text) => text.trim()))).toEqual(new Set(['不公开']))
    await person.open('/intake')
    await page.getByText('访客不能打开这个页面').waitFor()
    await page.goBack()
    await badge.waitFor()
    expect((await revenues(page)).some((text) => MONEY.test(text))).toBe(false)

    await leave.click()
    await page.keyboard.press('Escape')
    expect(await badge.count()).toBe(1)
    await leave.click()
    await confirm()
    await intake.waitFor()
    expect((await revenues(page)).some((text) => MONEY.test(text))).toBe(true)
    await intake.click()
    await page.getByRole('button', { name: '上传并预检' }).waitFor()
  })

  it('is the same in every tab', async () => {
    const { page } = person
    await person.open(`/panorama?${NODE}`)
    const other = await page.context().newPage()
    await other.goto(new URL('/intake', demoUrl).href)
    await other.getByRole('button', { name: '上传并预检' }).waitFor()
    await shell(page).enter.click()
    await shell(other).badge.waitFor()
    await other.getByText('访客不能打开这个页面').waitFor()
    await shell(other).leave.click()
    await shell(other).confirm()
    await shell(page).enter.waitFor()
  })

  it('keeps the tools of staff off the pages that visitors may read', async () => {
    const { page } = person
    await person.open('/clusters/registry?region=210000')
    await shell(page).enter.click()
    await shell(page).badge.waitFor()
    await page.getByRole('button', { name: '导出 Excel' }).waitFor()
    expect(await page.getByRole('button', { name: '新建集群' }).count()).toBe(0)
    await person.open('/library')
    await page.getByRole('button', { name: '下载产业链包' }).waitFor()
    expect(await page.getByRole('button', { name: '上传修改后的包' }).count()).toBe(0)
  })
})

describe('the lock of the scope', () => {
  it('keeps the pickers, links and the back button at one combination, over a reload, until it is opened', async () => {
    const { page } = person
    const { stamp, notice } = shell(page)
    await person.open('/clusters?region=210000&chain=cnc-machine-tools&scope=above')
    await stamp.getByText(/规上工业 · \d{4} 年 · 现区划还原 · 演示数据/u).waitFor()
    await stamp.getByRole('button', { name: '锁定口径' }).focus()
    await page.keyboard.press('Enter')
    const scope = page.getByLabel('统计口径')
    await stamp.getByRole('button', { name: '解锁口径' }).waitFor()
    expect(await scope.isDisabled()).toBe(true)
    expect(new URL(page.url()).searchParams.get('dataset')).toBe('demo')

    await page.getByRole('link', { name: '全景图谱' }).click()
    await page.waitForURL(/panorama\?.*scope=above/u)
    await page.reload()
    await stamp.getByRole('button', { name: '解锁口径' }).waitFor()
    expect(await page.getByLabel('统计口径').inputValue()).toBe('above')

    await person.open('/panorama?region=210100&chain=cnc-machine-tools&scope=four')
    await notice(/口径已锁定为/u).waitFor()
    await page.waitForURL(/region=210100.*scope=above|scope=above.*region=210100/u)
    await stamp.getByRole('button', { name: '解锁口径' }).click()
    expect(await page.getByLabel('统计口径').isDisabled()).toBe(false)
  })
})
