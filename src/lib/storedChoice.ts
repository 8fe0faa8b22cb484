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

/** The same for one tab of the browser, which a reload does not end. */
export function readTabChoice(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** null forgets it. */
export function rememberTabChoice(key: string, value: string | null) {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // Remembering is a convenience only.
  }
}
