import { computed, reactive, shallowRef, watch, type ShallowRef } from 'vue'
import type { CandidateQuery, IndustryCluster, IndustryClusterList } from '@contract/industryClusters'
import { fetchChainPack } from '@/api/chains'
import { changeIndustryCluster, createIndustryCluster, fetchClusterCandidates } from '@/api/industryClusters'
import { useLatest } from '@/composables/useLatest'
import { emptyForm, faultsOf, formOf, isSameForm, refusalOf, requestOf } from './clusterForm'
import { useFormFaults } from './useFormFaults'

/** Where and when candidates are measured; a new cluster goes into the dataset. */
export type FormFrame = Pick<IndustryClusterList, 'province' | 'provinceName' | 'period' | 'scope' | 'dataset'> & {
  /** Suggestions outside of it are left to the person; the province when absent. */
  region?: string
}

interface Setting {
  frame: FormFrame
  /** The chain a new cluster begins with. */
  chain: string
  /** What is changed; none makes a new one. */
  cluster: IndustryCluster | undefined
}

/** The form of one cluster: what is typed, what can be chosen, what is wrong, and sending it. */
export function useClusterForm({ frame, chain, cluster }: Setting, host: Readonly<ShallowRef<HTMLElement | null>>) {
  const start = cluster ? formOf(cluster) : emptyForm(chain)
  const form = reactive({ ...start })
  const baseline = shallowRef(start)
  const { faults, showFaults } = useFormFaults(form, host)
  /** A refusal that concerns no field. */
  const refusal = shallowRef<string | null>(null)
  const isSending = shallowRef(false)
  const isDirty = computed(() => !isSameForm(form, baseline.value))
  const { candidates, groups } = useOffers(frame, form)

  // Suggestions stand in for a choice until there is one: they change with the chain, and count as nobody's work.
  watch(candidates.data, (offered) => {
    const isUntouched = form.counties.join() === baseline.value.counties.join()
    if (cluster || !offered || !isUntouched) return
    const counties = offered.counties
      .filter(({ suggested, code }) => suggested && isWithin(code, frame.region ?? frame.province))
      .map(({ code }) => code)
      .sort()
    form.counties = counties
    baseline.value = { ...baseline.value, counties }
  })
  watch(
    () => form.chain,
    () => (form.node = ''),
    // At once: no question may pair the new chain with a node of the old one.
    { flush: 'sync' },
  )
  /** The cluster as it was stored; null when something is wrong, which is then shown. */
  async function send(): Promise<IndustryCluster | null> {
    refusal.value = null
    const found = faultsOf(form)
    if (Object.keys(found).length > 0) {
      await showFaults(found)
      return null
    }
    isSending.value = true
    try {
      const request = requestOf(form)
      const stored = cluster
        ? await changeIndustryCluster(cluster.id, { ...request, revision: cluster.revision })
        : await createIndustryCluster({ ...request, dataset: frame.dataset })
      baseline.value = { ...form }
      return stored
    } catch (reason) {
      const { field, text } = refusalOf(reason)
      if (field === null) refusal.value = text
      else await showFaults({ [field]: text })
      return null
    } finally {
      isSending.value = false
    }
  }

  return { form, faults, refusal, isSending, isDirty, candidates, groups, send }
}

/** By the steps of the code: 21 00 00 province, 21 01 00 city. */
const isWithin = (code: string, region: string) => code.startsWith(region.replace(/(00){1,2}$/, ''))

/** What can be chosen for the chain in the form: its nodes, and the counties with their 区位商. */
function useOffers({ province, period, scope, dataset }: FormFrame, form: { chain: string; node: string }) {
  // Compared as text, so that typing a name asks nothing.
  const key = computed(() => {
    if (form.chain === '') return undefined
    const node = form.node === '' ? {} : { node: form.node }
    return JSON.stringify({ region: province, period, scope, dataset, chain: form.chain, ...node })
  })
  const candidates = useLatest(key, (text, options) =>
    fetchClusterCandidates(JSON.parse(text) as CandidateQuery, options),
  )
  const { data: pack } = useLatest(
    () => form.chain || undefined,
    (wanted, options) => fetchChainPack(wanted, undefined, options),
  )
  /** Nodes under their groups; nothing while those of another chain are still here. */
  const groups = computed(() => {
    const shown = pack.value?.id === form.chain ? pack.value : undefined
    const all = shown?.groups.map(({ id, name }) => ({ name, nodes: shown.nodes.filter(({ group }) => group === id) }))
    return all?.filter(({ nodes }) => nodes.length > 0) ?? []
  })
  return { candidates, groups }
}
