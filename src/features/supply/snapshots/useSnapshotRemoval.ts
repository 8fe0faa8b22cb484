import type { Snapshot } from '@contract/supplySnapshots'
import { failureMessage } from '@/api/http'
import { removeSnapshot, restoreSnapshot } from '@/api/supplyRecords'
import { useToasts } from '@/composables/useToasts'

/** Removes a snapshot at once, since it can be had back; the message that says so offers it. */
export function useSnapshotRemoval(onChange: () => void) {
  const { show } = useToasts()

  async function undo({ id, name }: Snapshot) {
    try {
      await restoreSnapshot(id)
      show(`已恢复“${name}”`, { tone: 'good' })
      onChange()
    } catch (reason) {
      show(`没有恢复：${failureMessage(reason)}`, { tone: 'bad' })
    }
  }

  async function remove(snapshot: Snapshot) {
    try {
      await removeSnapshot(snapshot.id)
      show(`已删除“${snapshot.name}”`, { action: { label: '撤销', run: () => void undo(snapshot) } })
    } catch (reason) {
      show(`没有删除：${failureMessage(reason)}`, { tone: 'bad' })
    }
    // Somebody else may have removed it: the list tells.
    onChange()
  }

  return { remove }
}
