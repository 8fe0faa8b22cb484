import { shallowRef } from 'vue'
import type { IndustryCluster } from '@contract/industryClusters'
import { failureMessage } from '@/api/http'
import { removeIndustryCluster, restoreIndustryCluster } from '@/api/industryClusters'
import { useToasts } from '@/composables/useToasts'

/** Removes a cluster at once, since it can be had back; the message that says so offers it. */
export function useClusterRemoval(onRemoved: () => void, onRestored: (cluster: IndustryCluster) => void) {
  const { show } = useToasts()
  const isRemoving = shallowRef(false)

  async function undo(id: string) {
    try {
      const cluster = await restoreIndustryCluster(id)
      show(`已恢复“${cluster.name}”`, { tone: 'good' })
      onRestored(cluster)
    } catch (reason) {
      show(`没有恢复：${failureMessage(reason)}`, { tone: 'bad' })
    }
  }

  async function remove({ id, name }: IndustryCluster) {
    isRemoving.value = true
    try {
      await removeIndustryCluster(id)
      show(`已删除“${name}”`, { action: { label: '撤销', run: () => void undo(id) } })
      onRemoved()
    } catch (reason) {
      show(`没有删除：${failureMessage(reason)}`, { tone: 'bad' })
    } finally {
      isRemoving.value = false
    }
  }

  return { isRemoving, remove }
}
