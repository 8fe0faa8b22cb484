import { computed } from 'vue'
import type { SupplyQuery } from '@contract/supply'
import { useView } from './view'

/** What every question about supply relations says of the view: whose place is 本地, which year, which data. */
export function useSupplyQuery() {
  const view = useView()
  /** 口径锁 holds a 统计期: supply relations are those of its year. */
  const heldYear = computed(() => view.lock?.period.slice(0, 4) ?? null)
  const year = computed(() => heldYear.value ?? view.year)
  const query = computed((): SupplyQuery => ({
    region: view.region,
    mode: view.mode,
    ...(year.value !== null && { year: year.value }),
    ...(view.dataset !== null && { dataset: view.dataset }),
  }))
  return { query, year, heldYear }
}
