import { nextTick, shallowRef, watch, type ShallowRef } from 'vue'
import type { ClusterForm, FormFaults } from './clusterForm'

/** What is wrong with each field; showing it moves the focus to the first of them. */
export function useFormFaults(form: ClusterForm, host: Readonly<ShallowRef<HTMLElement | null>>) {
  const faults = shallowRef<FormFaults>({})

  // A fault is taken back with the very change of its field, so that a fault found later is not; the others stay.
  for (const field of ['name', 'chain', 'node', 'level', 'batchName', 'document', 'counties'] as const)
    watch(
      () => form[field],
      () => (faults.value = { ...faults.value, [field]: undefined }),
      { flush: 'sync' },
    )

  async function showFaults(found: FormFaults) {
    faults.value = found
    await nextTick()
    const first = host.value?.querySelector<HTMLElement>('[aria-invalid]')
    const target = first?.matches('input, select') ? first : first?.querySelector<HTMLElement>('input')
    target?.focus()
  }

  return { faults, showFaults }
}
