import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useCatalogue } from '@/stores/catalogue'
import { lastProvince, useView } from '@/stores/view'
import { COUNTRY } from '@/stores/viewIntentions'

/** 全国 is offered where it can be looked at; every other page opens the province used last instead, and says so. */
export function useNation() {
  const route = useRoute()
  const view = useView()
  const catalogue = useCatalogue()
  const isNational = computed(() => route.meta.isNational === true)
  const provinces = computed(() =>
    isNational.value ? [{ code: COUNTRY, name: '全国' }, ...catalogue.provinces] : catalogue.provinces,
  )

  watch(
    [() => route.name, () => view.region],
    ([page, region]) => {
      if (page === undefined || isNational.value || region !== COUNTRY) return
      view.correct({ region: lastProvince() }, '全国只有集群地图可看，已换成最近用过的省份。')
    },
    { immediate: true },
  )
  return { provinces }
}
