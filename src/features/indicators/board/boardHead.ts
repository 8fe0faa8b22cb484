import type { AnalysisHead } from '@contract/analysis'
import type { Board } from '@contract/board'
import { periodText } from '@/stores/viewWords'

/** What a panel of the board says of itself, in the frame that every panel of the indicators has. */
export function boardHead({ view, cards }: Board, card: string, method: string[]): AnalysisHead {
  return {
    ...view,
    node: null,
    nodeName: null,
    periodText: periodText(view.period),
    freshness: cards.find(({ id }) => id === card)?.freshness?.text ?? null,
    method,
  }
}
