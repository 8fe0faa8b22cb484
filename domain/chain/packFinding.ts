/** One remark of the pack check; an `error` keeps the pack from being published, a `warning` does not. */
export interface PackFinding {
  level: 'error' | 'warning'
  /** Stable machine word, e.g. `code-unknown`. */
  code: string
  /** Path in the pack; nodes and groups are named by id, edges by index: `nodes/linear-guide/codes/0`. */
  at: string
  /** Chinese: what is wrong and what to do. */
  message: string
}

export const packError = (code: string, at: string, message: string): PackFinding => ({
  level: 'error',
  code,
  at,
  message,
})

export const packWarning = (code: string, at: string, message: string): PackFinding => ({
  level: 'warning',
  code,
  at,
  message,
})

/** Characters as a reader counts them: 𠅤 (U+20164) is one. */
export const codePoints = (text: string): number => [...text].length

/** Items whose key was already used by an earlier item, each with that earlier item. */
export function repeats<T>(items: readonly T[], key: (item: T) => string): { item: T; first: T; index: number }[] {
  const seen = new Map<string, T>()
  const found: { item: T; first: T; index: number }[] = []
  items.forEach((item, index) => {
    const first = seen.get(key(item))
    if (first === undefined) seen.set(key(item), item)
    else found.push({ item, first, index })
  })
  return found
}
