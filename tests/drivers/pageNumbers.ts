import type { Locator, Page } from 'playwright-core'
import { Decimal } from 'decimal.js'
import type { FigureCard } from '@contract/figures'
import { PLAIN_REASONS } from '@/lib/plainNumbers'

/** A number that opens to its card, as it stands on a page. */
export interface PrintedFigure {
  ref: string
  text: string
  /** Within a sentence that quotes it: the text is more than the number. */
  isQuoted: boolean
}

/** What can only be a date, a time, a 统计期 or a 信用代码, wherever it stands. */
const SHAPES = [
  '\\d{4}-\\d{2}(?:-\\d{2})?(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?)?',
  '\\d{4}\\s?年(?:\\s?(?:第[一二三四]季度|[上下]半年|\\d{1,2}(?:—\\d{1,2})?\\s?(?:月|季度)(?:\\s?\\d{1,2}\\s?日)?))?',
  '\\d{1,2}月\\d{1,2}日',
  '\\d{1,2}:\\d{2}(?::\\d{2})?',
  '[0-9A-HJ-NPQRTUWXY]{18}',
]

/** Numbers that can be read on the page and neither open to a card nor say why they do not, each with where it stands. */
export const bareNumbers = (page: Page): Promise<string[]> =>
  page.evaluate((shapes) => {
    const known = new RegExp(shapes.join('|'), 'gu')
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden'
    }
    const placeOf = (element: Element): string => {
      const names: string[] = []
      for (let at: Element | null = element; at && names.length < 3; at = at.parentElement)
        names.unshift(`${at.tagName.toLowerCase()}${[...at.classList].map((name) => `.${name}`).join('')}`)
      return names.join(' > ')
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim()
      const host = node.parentElement
      if (!host || !/\d/u.test(text.replace(known, ''))) continue
      if (host.closest('[data-figure], [data-plain], script, style, noscript, option, textarea') || !isSeen(host))
        continue
      found.add(`“${text}” in ${placeOf(host)}`)
    }
    return [...found]
  }, SHAPES)

/** Reasons on the page that no list of reasons knows. */
export async function unknownReasons(page: Page): Promise<string[]> {
  const reasons = await page
    .locator('[data-plain]')
    .evaluateAll((list) => [...new Set(list.map((element) => element.getAttribute('data-plain') ?? ''))])
  return reasons.filter((reason) => !Object.hasOwn(PLAIN_REASONS, reason))
}

/** What can be reached: the dialog over the page, if one is open. */
export async function within(page: Page): Promise<Locator> {
  const dialogs = page.locator('[aria-modal="true"]')
  return (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body')
}

/** Every number in reach that opens to a card; each reference once. */
export async function printedFigures(page: Page): Promise<PrintedFigure[]> {
  const all = await (await within(page)).locator('[data-figure]').evaluateAll((list) =>
    list
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({
        ref: element.getAttribute('data-figure') ?? '',
        text: (element.textContent ?? '').trim(),
        isQuoted: element.closest('[data-plain="cited"]') !== null,
      })),
  )
  return [...new Map(all.map((figure) => [figure.ref, figure])).values()]
}

/** Digits as printed, with the sign that words give it, and what stands right behind. */
function numberIn(text: string) {
  const [, sign = '', digits = '', unit = ''] = /([-−])?(\d[\d,]*(?:\.\d+)?)\s*([亿万%‰]?)/u.exec(text) ?? []
  if (digits === '') return null
  const plain = digits.replace(/,/gu, '')
  const falls = sign !== '' || /下降|减少/u.test(text)
  return { value: new Decimal(falls ? `-${plain}` : plain), decimals: plain.split('.')[1]?.length ?? 0, unit }
}

/** Powers of ten that a card's value may be divided by where it is printed: 万元 as 亿, a ratio as a percentage. */
function scalesOf({ form }: FigureCard, unit: string): number[] {
  if (form === 'money') return unit === '亿' ? [1e4] : unit === '万' ? [1] : [1e4, 1]
  if (form === 'ratio') return unit === '%' ? [0.01] : [0.01, 1]
  return [1]
}

/** Does a page print the number that the card has, in as many digits as there is room for? */
export function agrees(text: string, card: FigureCard): boolean {
  const printed = numberIn(text)
  if (card.suppressed) return text.includes('不公布') && printed === null
  if (card.missing || card.value === null) return printed === null
  const exact = new Decimal(card.value)
  return scalesOf(card, printed?.unit ?? '').some((scale) =>
    printed?.value.eq(exact.div(scale).toDecimalPlaces(printed.decimals, Decimal.ROUND_HALF_UP)),
  )
}
