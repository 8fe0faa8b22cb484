import { detached } from '@domain/register/detached'
import { stopIfAborted } from './bytes'
import { LIMITS } from './limits'
import { parseXml } from './xml'
import type { ZipParts } from './zipParts'

/** _x000D_ stands for a character that XML cannot carry; _x005F_ for an underscore that would read as such. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** Gathers the text of <si> or <is>: runs are joined, phonetic guides (rPh) left out. */
export class RichText {
  private parts: string[] = []
  private inText = false
  private phonetic = 0

  start(): void {
    this.parts = []
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1
    if (name === 't') this.inText = this.phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1
    if (name === 't') this.inText = false
  }

  text(text: string): void {
    if (this.inText) this.parts.push(text)
  }

  take(): string {
    const text = this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join('')
    return unescapeCell(text.length > LIMITS.cellChars ? text.slice(0, LIMITS.cellChars) : text)
  }
}

/** 共享字符串. Held whole, because cells point into it anywhere. */
export async function readSharedStrings(zip: ZipParts, part: string | null, signal?: AbortSignal): Promise<string[]> {
  const strings: string[] = []
  if (part === null) return strings
  const rich = new RichText()
  const pieces = parseXml(
    zip.open(part, { maxBytes: LIMITS.sharedStringBytes }),
    {
      open(name) {
        if (name === 'si') rich.start()
        rich.open(name)
      },
      close(name) {
        rich.close(name)
        if (name === 'si') strings.push(detached(rich.take()))
      },
      text: (text) => rich.text(text),
    },
    signal,
  )
  for await (const _piece of pieces) stopIfAborted(signal)
  return strings
}
