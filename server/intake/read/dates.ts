import { LIMITS } from './limits'
import { parseWholeXml } from './xml'
import type { ZipParts } from './zipParts'

/** Built-in number formats that show a date, the Chinese ones (27–36, 50–58) among them. */
const isBuiltinDate = (id: number) =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 54) ||
  id === 57 ||
  id === 58

/** A custom format shows a date when y, d or 年/日 is left after literals, colours and locales are taken out. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/gu, (quoted) => quoted.replace(/[^年月日]/gu, ''))
    .replace(/\[[^\]]*\]|\\.|_.|\*./gu, '')
  const positive = bare.split(';')[0] ?? ''
  return !/general|[0#]/iu.test(positive) && /[yd年日]/iu.test(positive)
}

/** For each cell style (xf) whether a number in it is a date. */
export async function readDateStyles(zip: ZipParts, part: string | null, signal?: AbortSignal): Promise<boolean[]> {
  if (part === null) return []
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCellXfs = false
  await parseWholeXml(
    zip.open(part, { maxBytes: LIMITS.smallPartBytes }),
    {
      open(name, attributes) {
        if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
        if (name === 'cellXfs') inCellXfs = true
        if (name === 'xf' && inCellXfs) {
          const id = Number(attributes['numFmtId'] ?? 0)
          styles.push(custom.get(id) ?? isBuiltinDate(id))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCellXfs = false
      },
      text: () => undefined,
    },
    signal,
  )
  return styles
}

const DAY = 86_400_000
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465

/**
 * A serial day number → ISO date (with the time when there is one). In the 1900 system day 60 is the 29 February that
 * never was, so days before it count from one day later. null for what no calendar shows.
 */
export function serialToIso(serial: number, date1904: boolean): string | null {
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return null
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const seconds = Math.round(serial * 86_400)
  const iso = new Date(epoch + seconds * 1000).toISOString()
  return (seconds * 1000) % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
