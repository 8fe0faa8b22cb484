const MOST_NAMED = 20

/** 沈阳市和平区、… 等 34 个: lists in a sentence stay readable. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, MOST_NAMED).join('、')
  return items.length > MOST_NAMED ? `${shown} 等 ${items.length} 个` : shown
}
