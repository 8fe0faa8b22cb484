import type { Batch } from '@contract/batches'

export interface OpenQuestions {
  /** What is left out for now, and what to do. */
  lead: string
  /** What the reader asks, each once. */
  questions: string[]
}

const COORDINATES = new Set(['lng', 'lat', 'lngLat'])

/** What publishing would leave out because a column still waits for an answer; null when nothing does. */
export function openQuestions({ status, report }: Pick<Batch, 'status' | 'report'>): OpenQuestions | null {
  if (status !== 'staged' || report === null) return null
  const open = report.columns.filter(({ question, field }) => question !== null && field !== null)
  if (open.length === 0) return null
  const others = open.filter(({ field }) => !COORDINATES.has(field ?? '')).length
  const parts = [...(others < open.length ? ['坐标'] : []), ...(others > 0 ? [` ${others} 列数据`] : [])]
  return {
    lead: `本次没有采用${parts.join('和')}，请在“列对应关系”里确认后重新预检；现在发布就缺这些数据。`,
    questions: [...new Set(open.flatMap(({ question }) => question ?? []))],
  }
}
