import { computed, watch, type ComputedRef } from 'vue'
import type { EgoQuery, NetworkQuery, PartyQuery, SupplyParty, SupplyQuery } from '@contract/supply'
import { ApiError } from '@/api/http'
import { fetchEgoFigures, fetchNetwork, fetchParties } from '@/api/supply'
import { useLatest } from '@/composables/useLatest'
import type { NetworkChoices } from '@/stores/networkParams'
import { useSupplyQuery } from '@/stores/useSupplyQuery'
import { useView } from '@/stores/view'

/** As many 链主 as are listed to pick from. */
const MOST_LEADERS = 50

/** The network of the view, the figures of its firm, and the 链主 to pick from. */
export function useNetwork() {
  const view = useView()
  const { query: base, heldYear } = useSupplyQuery()
  const leaders = useLatest(
    stable((): PartyQuery => ({
      ...base.value,
      limit: MOST_LEADERS,
      ...(view.chain !== null && { chain: view.chain }),
    })),
    fetchParties,
  )
  const ranked = computed(() => byPartners(leaders.data.value?.rows ?? []))
  const firm = computed(() => view.network.firm ?? ranked.value[0]?.id)
  const query = stable((): NetworkQuery | undefined =>
    firm.value === undefined ? undefined : networkQuery(base.value, firm.value, view.network),
  )
  const egoQuery = stable((): EgoQuery | undefined =>
    firm.value === undefined ? undefined : { ...base.value, firm: firm.value, tiers: Number(view.network.tiers) },
  )
  const network = useLatest(query, fetchNetwork)
  const figures = useLatest(egoQuery, fetchEgoFigures)

  /** A pasted link may name a firm that is not (or no longer) here. */
  watch(network.error, (reason) => {
    const isUnknown = reason instanceof ApiError && reason.status === 404
    if (isUnknown && view.network.firm !== null)
      view.correct({ firm: null, openGroups: [] }, '链接中的企业不在这份数据里，已换成链主。')
  })
  return { leaders, ranked, firm, query, egoQuery, network, figures, heldYear }
}

export function networkQuery(base: SupplyQuery, firm: string, choices: NetworkChoices): NetworkQuery {
  const { direction, tiers, grouping, openGroups, product, evidence, supplyChain, supplyPlace, honour } = choices
  return {
    ...base,
    firm,
    direction,
    tiers: Number(tiers),
    group: grouping,
    ...(product !== null && { product }),
    ...(evidence.length > 0 && { evidence: evidence.join(',') }),
    ...(supplyChain !== null && { chain: supplyChain }),
    ...(supplyPlace !== null && { place: supplyPlace }),
    ...(honour !== null && { honour }),
    ...(openGroups.length > 0 && { open: openGroups.join(',') }),
  }
}

/** Those with the most known partners first. */
export const byPartners = (parties: readonly SupplyParty[]): SupplyParty[] =>
  [...parties].sort((a, b) => b.suppliers + b.buyers - (a.suppliers + a.buyers) || (a.id < b.id ? -1 : 1))

/** The same object while it says the same, so that nothing is asked twice. */
function stable<Q>(make: () => Q): ComputedRef<Q> {
  const text = computed(() => JSON.stringify(make()) as string | undefined)
  return computed(() => (text.value === undefined ? undefined : JSON.parse(text.value)) as Q)
}
