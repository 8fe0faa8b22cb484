import { computed } from 'vue'
import { useCatalogue } from './catalogue'
import { useView } from './view'

/** The chain looked at: the one chosen, else the first of the region as soon as it is known. */
export function useChosenChain() {
  const view = useView()
  const catalogue = useCatalogue()
  const isOfferHere = computed(() => catalogue.region?.code === view.region)
  return computed(() => view.chain ?? (isOfferHere.value ? catalogue.chains[0]?.id : undefined))
}
