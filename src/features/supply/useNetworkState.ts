import { computed } from 'vue'
import type { Network, PartyList } from '@contract/supply'
import { useCatalogue } from '@/stores/catalogue'
import { useView } from '@/stores/view'
import { filterChips } from './supplyWords'

/** Why there is nothing to show, and what may be done about it. */
export interface Emptiness {
  reason: string
  action: 'intake' | 'filters' | 'year' | 'firm'
}

const FILE_WORDS =
  '在数据接入导入一份“供应关系”：供方、需方（信用代码或名称），产品，金额或份额，年份，证据类别（申报、合同、招投标推断、推算）。'

/** What the screen is called, what narrows it, and why it may be empty. */
export function useNetworkState(network: () => Network | undefined, leaders: () => PartyList | undefined) {
  const view = useView()
  const catalogue = useCatalogue()

  const names = computed(() => {
    const { supplyChain, supplyPlace } = view.network
    const place = catalogue.region?.children.find(({ code }) => code === supplyPlace)
    const chain = catalogue.chains.find(({ id }) => id === supplyChain)
    return { chain: chain?.name ?? supplyChain ?? '', place: place?.name ?? supplyPlace ?? '' }
  })
  const chips = computed(() => filterChips(view.network, names.value))

  const empty = computed((): Emptiness | null => {
    const list = leaders()
    const shown = network()
    if (list && list.years.length === 0)
      return { reason: `${list.regionName}还没有供应关系。${FILE_WORDS}`, action: 'intake' }
    if (list && !shown && list.rows.length === 0 && view.network.firm === null)
      return { reason: `${list.regionName}没有链主名单。在上方输入名称或信用代码，可以看任何企业。`, action: 'firm' }
    if (!shown || shown.totals.links > 0) return null
    if (chips.value.length > 0) return { reason: '没有符合筛选的供应关系。', action: 'filters' }
    if (!shown.years.some(({ year }) => year === shown.year)) {
      const known = shown.years.map(({ year }) => year).join('、')
      return { reason: `${shown.year ?? ''} 年没有供应关系；有的年份：${known}。`, action: 'year' }
    }
    return {
      reason: `${shown.firm.name} ${shown.year ?? ''} 年没有已知的供应关系。换个方向、年份，或看别的企业。`,
      action: 'firm',
    }
  })
  /** There may be relations in the other data. */
  const otherDataset = computed(() => {
    const shown = (network() ?? leaders())?.dataset
    return catalogue.coverage?.datasets.find(({ dataset, enterprises }) => dataset !== shown && enterprises > 0)
      ?.dataset
  })
  return { chips, empty, otherDataset }
}
