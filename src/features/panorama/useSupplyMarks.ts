import { computed } from 'vue'
import type { CriticalityQuery } from '@contract/criticality'
import type { Panorama } from '@contract/panorama'
import { fetchCriticality } from '@/api/supply'
import { useLatest } from '@/composables/useLatest'
import { useSession } from '@/stores/session'
import { useSupplyQuery } from '@/stores/useSupplyQuery'
import { supplyMarks } from './supplyMarks'

/**
 * 供应关键 and 断点 of what the panorama shows. Asked once the panorama `isDrawn`, never before, and never for visitors: supply
 * relations are not theirs to see. A failure is told by `failed`, and the panorama stands without marks.
 */
export function useSupplyMarks(panorama: () => Panorama | undefined, isDrawn: () => boolean) {
  const session = useSession()
  const { year } = useSupplyQuery()
  /** As text, so that the same question is not asked twice; a new version of the data is another question. */
  const question = computed(() => {
    const shown = panorama()
    if (!shown || session.isVisitor || shown.linkRate.enterprises === 0 || !isDrawn()) return undefined
    const { region, chain, mode, dataset, version } = shown.view
    return JSON.stringify({ version, query: { region, chain, mode, dataset, ...(year.value && { year: year.value }) } })
  })
  const query = computed(() =>
    question.value === undefined ? undefined : (JSON.parse(question.value) as { query: CriticalityQuery }).query,
  )
  const { data, state, reload } = useLatest(query, fetchCriticality)
  const marks = computed(() => {
    const [shown, answer] = [panorama()?.view, data.value]
    if (!shown || !answer || query.value === undefined) return null
    // The answer to the question before stays until the next one comes; its nodes are others.
    const isSame = (['region', 'chain', 'mode', 'dataset'] as const).every((part) => answer[part] === shown[part])
    return isSame ? supplyMarks(answer) : null
  })
  const failed = computed(() => query.value !== undefined && state.value === 'failed')
  return { marks, failed, retry: reload }
}
