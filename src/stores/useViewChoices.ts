import { computed } from 'vue'
import type { ToolbarChoice } from '@/lib/toolbarChoice'
import { useCatalogue } from './catalogue'
import { useView } from './view'
import { MODE_CHOICES, periodText, SCOPE_CHOICES, type Choice } from './viewWords'

/** Stands for "no choice": the newest period with data. */
const NEWEST = 'newest'

const HELD = '口径已锁定；要改，先点页面顶部的“解锁口径”'

/** The choices that every screen's toolbar offers, bound to the view. */
export function useViewChoices() {
  const view = useView()
  const catalogue = useCatalogue()
  const periodChoices = computed(() => {
    const dataset = view.dataset ?? catalogue.coverage?.preferred
    const known = catalogue.coverage?.datasets.find((entry) => entry.dataset === dataset)?.periods ?? []
    // A period that the lock or a link keeps stays readable where the region has none of it.
    const kept = view.period === null || known.includes(view.period) ? [] : [view.period]
    const offered = [...known, ...kept].map((value) => ({ value, label: periodText(value) }))
    return [{ value: NEWEST, label: '最近一期' }, ...offered]
  })
  return {
    /** 口径锁: why these cannot be chosen now; undefined while they can. */
    held: computed(() => (view.lock === null ? undefined : HELD)),
    chainChoices: computed(() => catalogue.chains.map(({ id, name }) => ({ value: id, label: name }))),
    period: computed((): ToolbarChoice => ({
      label: '统计期',
      options: periodChoices.value,
      chosen: view.period ?? NEWEST,
      choose: (value) => view.selectPeriod(value === NEWEST ? null : value),
    })),
    scope: computed(() => choiceAmong('统计口径', SCOPE_CHOICES, view.scope, view.selectScope)),
    mode: computed(() => choiceAmong('区划口径', MODE_CHOICES, view.mode, view.selectMode)),
    show: computed({ get: () => view.show, set: view.showAs }),
  }
}

function choiceAmong<T extends string>(
  label: string,
  options: readonly Choice<T>[],
  chosen: T,
  select: (value: T) => void,
): ToolbarChoice {
  const choose = (value: string) => {
    const option = options.find((choice) => choice.value === value)
    if (option) select(option.value)
  }
  return { label, options, chosen, choose }
}
