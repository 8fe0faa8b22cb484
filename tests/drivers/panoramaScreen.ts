import type { Locator, Page } from 'playwright-core'

/** The panorama page in the words of someone who uses it. */
export function panoramaScreen(page: Page) {
  const graph = page.getByRole('application', { name: /全景图谱/u })
  const drawer = page.getByRole('complementary')
  const keyboardRing = page.locator('.panorama__ring--keyboard')
  return {
    graph,
    drawer,
    title: page.getByRole('heading', { level: 1 }),
    table: page.getByRole('region', { name: /个环节/u }).getByRole('table'),
    demoBand: page.getByRole('note').filter({ hasText: '演示数据' }),
    drawn: () => graph.locator('canvas').first().waitFor(),
    showAs: (label: '图谱' | '表格') => page.getByRole('group', { name: '显示方式' }).getByText(label).click(),
    /** Puts the keyboard on a card and says where it is. */
    async cardUnderKeyboard() {
      await graph.focus()
      await page.keyboard.press('ArrowRight')
      await keyboardRing.waitFor()
      const box = await keyboardRing.boundingBox()
      if (!box) throw new Error('the ring has no place')
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    },
    enterprises: drawer.locator('section', { hasText: '本地企业' }).getByRole('listitem'),
  }
}

/** The text of every cell, row by row, without the heading row. */
export async function tableCells(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')))
}
