import type { Membership } from '@domain/chain/classify'
import type { Label } from './labels'

/** Right, wrong, missed; a defensible answer counts nowhere. */
export interface Tally {
  right: number
  wrong: number
  missed: number
  neutral: number
}

export interface ChainTallies {
  chain: Tally
  node: Tally
}

const empty = (): Tally => ({ right: 0, wrong: 0, missed: 0, neutral: 0 })

/** Compares answers with labels for one chain, by enterprise (chain level) and by enterprise × node (node level). */
export function tallyChain(
  chain: string,
  labels: readonly Label[],
  answer: (label: Label) => readonly Membership[],
): ChainTallies {
  const tallies = { chain: empty(), node: empty() }
  for (const label of labels) {
    const said = answer(label)
      .filter((membership) => membership.chain === chain)
      .map((membership) => `${chain}/${membership.node}`)
    const truth = [...label.nodes].filter((node) => node.startsWith(`${chain}/`))
    const acceptable = [...label.acceptable].filter((node) => node.startsWith(`${chain}/`))
    countNodes(tallies.node, said, truth, acceptable)
    countChain(tallies.chain, said.length > 0, truth.length > 0, acceptable.length > 0)
  }
  return tallies
}

function countNodes(tally: Tally, said: string[], truth: string[], acceptable: string[]): void {
  for (const node of said) {
    if (truth.includes(node)) tally.right += 1
    else if (acceptable.includes(node)) tally.neutral += 1
    else tally.wrong += 1
  }
  tally.missed += truth.filter((node) => !said.includes(node)).length
}

function countChain(tally: Tally, said: boolean, isTrue: boolean, isAcceptable: boolean): void {
  if (said && isTrue) tally.right += 1
  else if (said && isAcceptable) tally.neutral += 1
  else if (said) tally.wrong += 1
  else if (isTrue) tally.missed += 1
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      right: sum.right + one.right,
      wrong: sum.wrong + one.wrong,
      missed: sum.missed + one.missed,
      neutral: sum.neutral + one.neutral,
    }),
    empty(),
  )
}

/** "0.91 (40/44)", or — without a case. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(part / whole).toFixed(2)} (${part}/${whole})`
}
