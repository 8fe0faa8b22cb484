import { watch } from 'vue'
import { ApiError } from '@/api/http'
import { useCatalogue } from './catalogue'
import { useView } from './view'
import { DEFAULT_REGION } from './viewParams'

/** A pasted link may name a place, chain or period that is not (or no longer) here: fall back, and say so. */
export function useOfferCheck() {
  const view = useView()
  const catalogue = useCatalogue()

  watch(
    () => catalogue.error,
    (reason) => {
      const isUnknown = reason instanceof ApiError && (reason.status === 404 || reason.status === 400)
      if (!isUnknown || view.region === DEFAULT_REGION) return
      view.correct({ region: DEFAULT_REGION, node: null }, `没有地区 ${view.region}，已回到默认省份。`)
    },
  )

  watch(
    [() => catalogue.chains, () => view.chain],
    () => {
      if (catalogue.region?.code !== view.region || view.chain === null) return
      if (catalogue.chains.some(({ id }) => id === view.chain)) return
      view.correct({ chain: null, node: null }, `该地区没有产业链“${view.chain}”，已换成第一条链。`)
    },
    { immediate: true },
  )

  watch(
    [() => catalogue.coverage, () => view.period],
    () => {
      if (catalogue.coverage?.region !== view.region || view.period === null) return
      const known = catalogue.coverage.datasets.find(
        ({ dataset }) => dataset === (view.dataset ?? catalogue.coverage?.preferred),
      )
      if (known === undefined || known.periods.includes(view.period)) return
      // 口径锁 holds the period: an empty page says that there is nothing, another period would not.
      if (view.lock !== null) return
      view.correct({ period: null }, `${view.period} 没有数据，已换成最近有数据的统计期。`)
    },
    { immediate: true },
  )
}
