import { computed, shallowRef, watch } from 'vue'
import type { Network, PathQuery, SupplyParty, SupplyQuery } from '@contract/supply'
import { fetchSupplyPath } from '@/api/supply'
import { useLatest } from '@/composables/useLatest'
import { useView } from '@/stores/view'
import { networkLight, type Picked } from './networkLight'
import type { PathEnds } from './PathPanel.vue'

const NO_ENDS: PathEnds = { from: null, to: null }

/** What is looked at in the picture, and the way between two firms; it lasts as long as its firm is looked at. */
export function usePicked(network: () => Network | undefined, base: () => SupplyQuery) {
  const view = useView()
  const picked = shallowRef<Picked | null>(null)
  const pair = shallowRef<{ title: string; links: readonly string[] } | null>(null)
  const { ends, path, shownPath } = usePath(() => picked.value?.kind === 'path', base)
  const light = computed(() => {
    const shown = network()
    return shown && networkLight(shown, picked.value, shownPath.value)
  })

  const partyOf = (id: string): SupplyParty | null => {
    const node = network()?.nodes.find((candidate) => candidate.id === id)
    return node?.what === 'firm' ? node : null
  }

  /** A node of the picture; what is not in it becomes the middle of a picture of its own. */
  function pick(id: string) {
    if (network()?.nodes.some((node) => node.id === id)) picked.value = { kind: 'node', id }
    else centre(id)
  }

  function centre(id: string) {
    view.centreOn(id)
    picked.value = null
  }

  /** A group unfolds; of a firm there is nothing to unfold. */
  function open(id: string) {
    const node = network()?.nodes.find((candidate) => candidate.id === id)
    if (node?.what !== 'group') return pick(id)
    picked.value = null
    view.toggleGroup(id)
  }

  /** From this firm to the one looked at; from that one the other end is still to be chosen. */
  function pathFrom(id: string | null) {
    const firm = network()?.firm ?? null
    const isEgo = id === null || id === firm?.id
    ends.value = isEgo ? { from: firm, to: null } : { from: partyOf(id), to: firm }
    picked.value = { kind: 'path' }
  }

  function pickPair(title: string, links: readonly string[], id: string) {
    pair.value = { title, links }
    picked.value = { kind: 'pair', id }
  }

  watch(
    () => network()?.firm.id,
    (now, before) => {
      if (before !== undefined && now !== before && picked.value?.kind !== 'path') picked.value = null
    },
  )
  return { picked, pair, ends, path, light, pick, centre, open, pathFrom, pickPair }
}

/** The way between two firms, asked while it is looked at. */
function usePath(isOpen: () => boolean, base: () => SupplyQuery) {
  const ends = shallowRef<PathEnds>(NO_ENDS)
  const key = computed(() => {
    const { from, to } = ends.value
    if (!isOpen() || !from || !to) return undefined
    return JSON.stringify({ ...base(), from: from.id, to: to.id } satisfies PathQuery)
  })
  const path = useLatest(
    computed(() => (key.value === undefined ? undefined : (JSON.parse(key.value) as PathQuery))),
    fetchSupplyPath,
  )
  /** Not the way between two other firms, which may still be here. */
  const shownPath = computed(() => {
    const shown = path.data.value
    return shown?.from.id === ends.value.from?.id && shown?.to.id === ends.value.to?.id ? shown : undefined
  })
  return { ends, path, shownPath }
}
