import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Dataset } from '@contract/common'
import type { NameQuery, NameRow } from '@contract/supplyNames'
import { ApiError, failureMessage } from '@/api/http'
import { decideName, fetchMatching, fetchNames, undoName } from '@/api/supplyRecords'
import { useCursorPages } from '@/composables/useCursorPages'
import { useLatest } from '@/composables/useLatest'
import { useToasts } from '@/composables/useToasts'
import { useView } from '@/stores/view'
import { decisionWords, type NameState } from './nameWords'

/** The queue of names, deciding and taking back. */
export function useNames() {
  const view = useView()
  const { show } = useToasts()
  const state = shallowRef<NameState>('asked')
  const base = computed(() => ({ region: view.region, ...(view.dataset !== null && { dataset: view.dataset }) }))
  const { queue, dataset, current, row, move, takeOut } = useQueue(base, state)
  const { report, counts, refresh } = useMatching(base)
  const { isSending, send } = useSending(refresh, () => void queue.reload())

  /** `creditCode` null: none of them, not in the register. */
  function decide(name: NameRow, creditCode: string | null) {
    return send(async () => {
      if (!dataset.value) return
      const decided = await decideName({ region: view.region, dataset: dataset.value, id: name.id, creditCode })
      takeOut(name.id)
      const text = `“${name.name}”：${decisionWords(decided)}`
      show(text, { tone: 'good', action: { label: '撤销', run: () => void undo(name) } })
    }, '没有记下')
  }

  function undo(name: NameRow) {
    return send(async () => {
      if (!dataset.value) return
      await undoName({ region: view.region, dataset: dataset.value, id: name.id })
      show(`已撤销“${name.name}”的决定`, { tone: 'good' })
      if (state.value === 'decided') takeOut(name.id)
      else await queue.reload()
      if (queue.rows.value.some(({ id }) => id === name.id)) current.value = name.id
    }, '没有撤销')
  }

  return { state, dataset, queue, report, counts, current, row, isSending, move, decide, undo }
}

/** The names of one state page by page, and the one looked at; a name that leaves gives its place to the next. */
function useQueue(base: ComputedRef<Base>, state: Readonly<ShallowRef<NameState>>) {
  const dataset = shallowRef<Dataset>()
  const query = computed((): NameQuery => ({ ...base.value, state: state.value }))
  const queue = useCursorPages(query, async (asked, options) => {
    const page = await fetchNames(asked, options)
    dataset.value = page.dataset
    return page
  })
  const current = shallowRef<string | null>(null)
  const at = computed(() => queue.rows.value.findIndex(({ id }) => id === current.value))
  const row = computed(() => queue.rows.value[at.value])

  // The first of the list, unless the current one is still there.
  watch(queue.rows, (rows) => {
    if (!rows.some(({ id }) => id === current.value)) current.value = rows[0]?.id ?? null
  })

  function move(by: number) {
    const { rows, nextCursor } = queue
    const next = rows.value[Math.min(rows.value.length - 1, Math.max(0, at.value + by))]
    if (next) current.value = next.id
    const isNearEnd = at.value >= rows.value.length - 3
    if (isNearEnd && nextCursor.value !== null && queue.state.value === 'ready') void queue.more()
  }

  function takeOut(id: string) {
    const index = queue.rows.value.findIndex((one) => one.id === id)
    if (index < 0) return
    const rest = queue.rows.value.filter((one) => one.id !== id)
    current.value = (rest[index] ?? rest[index - 1])?.id ?? null
    queue.rows.value = rest
    queue.total.value = Math.max(0, queue.total.value - 1)
    if (rest.length === 0) void queue.reload()
  }

  return { queue, dataset, current, row, move, takeOut }
}

type Base = Pick<NameQuery, 'region' | 'dataset'>

/** 匹配报告, and how many names are decided and asked, whatever list is open. */
function useMatching(base: ComputedRef<Base>) {
  const key = computed(() => JSON.stringify(base.value))
  const report = useLatest(key, (text, options) => fetchMatching(JSON.parse(text) as Base, options))
  const counts = useLatest(key, async (text, options) => {
    const asked = JSON.parse(text) as Base
    const [decided, open] = await Promise.all(
      (['decided', 'asked'] as const).map((one) => fetchNames({ ...asked, state: one, limit: 1 }, options)),
    )
    return { decided: decided?.total ?? 0, asked: open?.total ?? 0 }
  })
  function refresh() {
    void counts.reload()
    void report.reload()
  }
  return { report, counts, refresh }
}

/** One answer at a time; what somebody else decided meanwhile is told, and the list fetched anew. */
function useSending(refresh: () => void, reload: () => void) {
  const { show } = useToasts()
  const isSending = shallowRef(false)

  async function send(work: () => Promise<void>, what: string) {
    if (isSending.value) return
    isSending.value = true
    try {
      await work()
      refresh()
    } catch (reason) {
      const isTaken = reason instanceof ApiError && (reason.status === 409 || reason.status === 404)
      const why = failureMessage(reason)
      show(isTaken ? `这个名称已经有人处理过：${why}已重新取列表。` : `${what}：${why}`, { tone: 'bad' })
      if (!isTaken) return
      reload()
      refresh()
    } finally {
      isSending.value = false
    }
  }

  return { isSending, send }
}
