import { CREDIT_CODE_ALPHABET, categoriesOf, creditCheckCharacter } from './checkDigits'

/** Letters that the alphabet leaves out, and what the typist most likely saw. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['V', 'U'],
])

/**
 * A code that differs from the one given only in look-alike letters (and in a lower-case l read as 1) and that passes the
 * check digit; undefined when there is none. The caller offers it; nobody applies it unasked.
 */
export function suggestCreditCode(raw: string, code: string): string | undefined {
  const characters = [...code]
  if (characters.length !== 18) return undefined
  const lowerCaseL = lowerCaseLPositions(raw, characters.length)
  const guess = characters
    .map((character, at) => (lowerCaseL.has(at) ? '1' : (LOOK_ALIKE.get(character) ?? character)))
    .join('')
  return guess !== code && passes(guess) ? guess : undefined
}

function passes(code: string): boolean {
  if ([...code].some((character) => !CREDIT_CODE_ALPHABET.includes(character))) return false
  return Boolean(categoriesOf(code[0] ?? '')?.includes(code[1] ?? '')) && creditCheckCharacter(code) === code[17]
}

/** Where the text shows a lower-case l: upper-casing makes it the valid letter L, though 1 was meant. */
function lowerCaseLPositions(raw: string, length: number): Set<number> {
  const letters = [...raw.normalize('NFKC')].filter((character) => /[0-9a-z]/iu.test(character))
  if (letters.length !== length) return new Set()
  return new Set(letters.flatMap((character, at) => (character === 'l' ? [at] : [])))
}
