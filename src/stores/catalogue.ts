import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import type { ChainSummary } from '@contract/chains'
import type { Coverage, Province, RegionDetail } from '@contract/regions'
import { fetchChains } from '@/api/chains'
import { fetchCoverage, fetchProvinces, fetchRegion } from '@/api/regions'

interface Offer {
  region: RegionDetail
  chains: ChainSummary[]
  coverage: Coverage
}

/** What can be chosen at the place looked at: its parts, chains, periods and data. Shell and pages share it. */
export const useCatalogue = defineStore('catalogue', () => {
  const provinces = shallowRef<Province[]>([])
  const offer = shallowRef<Offer>()
  const error = shallowRef<unknown>()
  let running: AbortController | undefined

  const region = computed(() => offer.value?.region)
  const chains = computed(() => offer.value?.chains ?? [])
  const coverage = computed(() => offer.value?.coverage)

  /** Only the newest answer wins; the former offer stays up until then. */
  async function open(code: string) {
    running?.abort()
    const mine = (running = new AbortController())
    const options = { signal: mine.signal }
    try {
      const [list, detail, chainList, coverageAnswer] = await Promise.all([
        provinces.value.length > 0 ? provinces.value : fetchProvinces(options),
        fetchRegion(code, options),
        fetchChains(code, options),
        fetchCoverage(code, options),
      ])
      if (mine !== running) return
      provinces.value = list
      offer.value = { region: detail, chains: chainList.chains, coverage: coverageAnswer }
      error.value = undefined
    } catch (reason) {
      if (mine === running) error.value = reason
    }
  }

  return { provinces, region, chains, coverage, error, open }
})
