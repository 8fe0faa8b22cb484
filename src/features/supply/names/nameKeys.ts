/** What a key means in the queue of names. */
export type NameAction =
  { kind: 'move'; by: 1 | -1 } | { kind: 'choose'; index: number } | { kind: 'none' } | { kind: 'skip' }

/** As shown below the queue. */
export const KEY_GUIDE = [
  { keys: 'j ↓', text: '下一个' },
  { keys: 'k ↑', text: '上一个' },
  { keys: '1–5', text: '是这一家' },
  { keys: '0', text: '都不在库内' },
  { keys: 's', text: '跳过' },
] as const

/**
 * `candidates`: how many there are to choose from. Keys with Ctrl, Alt or ⌘ belong to the browser; a key held down walks on,
 * but decides once only.
 */
export function nameAction(
  { key, ctrlKey, altKey, metaKey, repeat }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>,
  candidates: number,
): NameAction | null {
  if (ctrlKey || altKey || metaKey) return null
  if (key === 'j' || key === 'ArrowDown') return { kind: 'move', by: 1 }
  if (key === 'k' || key === 'ArrowUp') return { kind: 'move', by: -1 }
  if (key === 's') return { kind: 'skip' }
  if (repeat) return null
  if (key === '0') return { kind: 'none' }
  const index = /^[1-5]$/.test(key) ? Number(key) - 1 : -1
  return index >= 0 && index < candidates ? { kind: 'choose', index } : null
}
