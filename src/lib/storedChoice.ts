/** A small choice remembered on this machine; storage that is switched off or full is as good as none. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function rememberChoice(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Remembering is a convenience only.
  }
}
