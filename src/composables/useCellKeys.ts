import { onMounted, onUpdated, type Ref } from 'vue'

type Step = [rows: number, cells: number]

const STEPS: Record<string, Step> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const BUTTONS = 'tbody button, tbody a[href]'

const rowsOf = (host: HTMLElement) =>
  [...host.querySelectorAll('tbody tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('button, a[href]')])
    .filter((buttons) => buttons.length > 0)

/** Of hundreds of buttons in a table only one stands in the tab order; the arrow keys go to the others. */
export function useCellKeys(host: Readonly<Ref<HTMLElement | null>>) {
  let current: HTMLElement | null = null

  function choose(button: HTMLElement | null) {
    current = button
    for (const other of host.value?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])
      other.tabIndex = other === current ? 0 : -1
  }

  function refresh() {
    const table = host.value
    const isThere = current !== null && table?.contains(current) === true
    choose(isThere ? current : (table?.querySelector<HTMLElement>(BUTTONS) ?? null))
  }

  const buttonOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(BUTTONS) : null)

  function onFocus(event: FocusEvent) {
    const button = buttonOf(event)
    if (button) choose(button)
  }

  function onKey(event: KeyboardEvent) {
    const step = STEPS[event.key]
    const button = buttonOf(event)
    if (!step || !button || !host.value || event.ctrlKey || event.altKey || event.metaKey) return
    const next = neighbour(rowsOf(host.value), button, step)
    event.preventDefault()
    next?.focus()
  }

  onMounted(refresh)
  onUpdated(refresh)
  return { onFocus, onKey }
}

/** The button beside, or the one of the same column above or below; shorter rows end earlier. */
function neighbour(rows: HTMLElement[][], button: HTMLElement, [down, right]: Step): HTMLElement | undefined {
  const at = rows.findIndex((buttons) => buttons.includes(button))
  const row = rows[at] ?? []
  if (right !== 0) return row[row.indexOf(button) + right]
  const next = rows[at + down]
  const column = button.closest('td, th')
  const cell = (other: HTMLElement) => other.closest('td, th')
  const same = (element: Element | null) =>
    element ? [...(element.parentElement?.children ?? [])].indexOf(element) : -1
  return (
    next?.find((other) => same(cell(other)) === same(column)) ?? next?.[Math.min(row.indexOf(button), next.length - 1)]
  )
}
