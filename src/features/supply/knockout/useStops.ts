import { computed, shallowRef, watch } from 'vue'
import type { StopTarget } from '@contract/knockOut'
import { fetchChainPack } from '@/api/chains'
import { fetchRegion } from '@/api/regions'
import { fetchParties } from '@/api/supply'
import { useCatalogue } from '@/stores/catalogue'
import { useView } from '@/stores/view'
import { readStops, stopsText, stopText, toggled } from './stopTargets'

export interface NamedStop {
  key: string
  target: StopTarget
  name: string
}

const WAYS: Record<StopTarget['kind'], string> = { firm: '企业', place: '市县', node: '环节' }

/** What is chosen to stop, as the address says it; names that the address does not carry are asked for. */
export function useStops() {
  const view = useView()
  const catalogue = useCatalogue()
  const names = shallowRef<ReadonlyMap<string, string>>(new Map())
  const targets = computed(() => readStops(view.stop))
  const chainName = (id: string) => catalogue.chains.find((chain) => chain.id === id)?.name ?? id

  const stops = computed(() =>
    targets.value.map((target): NamedStop => {
      const key = stopText(target)
      return { key, target, name: `${WAYS[target.kind]}：${names.value.get(key) ?? fallbackName(target)}` }
    }),
  )

  function learn(key: string, name: string) {
    names.value = new Map(names.value).set(key, name)
  }

  function toggle(target: StopTarget, name?: string) {
    if (name !== undefined) learn(stopText(target), name)
    view.stopThese(stopsText(toggled(targets.value, target)))
  }

  async function nameOf(target: StopTarget): Promise<string> {
    if (target.kind === 'firm') return firmName(target.firm)
    if (target.kind === 'place') {
      const { name } = await fetchRegion(target.place)
      return target.chain === undefined ? `${name}全部企业` : `${name}的${chainName(target.chain)}企业`
    }
    const pack = await fetchChainPack(target.chain)
    return `${pack.name}·${pack.nodes.find(({ id }) => id === target.node)?.name ?? target.node}`
  }

  async function firmName(firm: string): Promise<string> {
    if (firm.startsWith('name:')) return firm.slice('name:'.length)
    const { region, mode, dataset } = view
    const { rows } = await fetchParties({ region, mode, q: firm, ...(dataset !== null && { dataset }), limit: 1 })
    return rows.find(({ id }) => id === firm)?.name ?? firm
  }

  watch(
    targets,
    (list) => {
      for (const target of list) {
        const key = stopText(target)
        // A name that does not come leaves the code standing: the run says the rest.
        if (!names.value.has(key))
          void nameOf(target).then(
            (name) => learn(key, name),
            () => undefined,
          )
      }
    },
    { immediate: true },
  )
  return { targets, stops, toggle, clear: () => view.stopThese(null) }
}

function fallbackName(target: StopTarget): string {
  if (target.kind === 'firm') return target.firm.replace(/^name:/, '')
  return target.kind === 'place' ? target.place : target.node
}
