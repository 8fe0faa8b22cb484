/** Texts longer than this are cut before matching: no honest 经营范围 is longer, and a pasted document must not stall an import. */
export const MAX_TEXT_LENGTH = 20_000

const SPACE_BETWEEN_WORDS = /(?<=[^\s、,;:。])\s+(?=[^\s、,;:。])/gu
const LATIN_GAP = /(?<=[a-z0-9])\s+(?=[a-z0-9])/gu

/**
 * The form in which keywords and texts meet: NFKC (full-width letters, compatibility ideographs), lower case, and a blank
 * between two words read as the list mark 、 because old registers type lists with blanks.
 */
export function toMatchText(raw: string | null | undefined): string {
  if (!raw) return ''
  const cut = raw.length > MAX_TEXT_LENGTH ? raw.slice(0, MAX_TEXT_LENGTH) : raw
  const flat = cut.normalize('NFKC').toLowerCase().trim()
  if (!/\s/u.test(flat)) return flat
  return flat
    .replace(/[\r\n]+/gu, ';')
    .replace(LATIN_GAP, '')
    .replace(SPACE_BETWEEN_WORDS, '、')
    .replace(/\s+/gu, '')
}
