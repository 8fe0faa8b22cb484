const PROVIDER = 'intake.provider'

/** 提供单位 typed last time; a browser without storage simply forgets it. */
export function rememberedProvider(): string {
  try {
    return localStorage.getItem(PROVIDER) ?? ''
  } catch {
    return ''
  }
}

export function rememberProvider(provider: string) {
  try {
    localStorage.setItem(PROVIDER, provider)
  } catch {
    // Private windows and full disks refuse; typing it again is the only loss.
  }
}
