const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/gu
/** Quotation marks, title marks and dots between parts of a name are printed or left out at will. */
const ORNAMENT = /["'“”‘’`´《》<>·•‧・.,、。]/gu
const OPENING = /[[{【〔〖「『]/gu
const CLOSING = /[\]}】〕〗」』]/gu
/** Nothing of the above and nothing that NFKC would change: the usual case. */
const PLAIN = /^[\u4e00-\u9fff()]+$/u

/**
 * The form in which names of organisations are compared: NFKC, one kind of brackets, no blanks, quotation marks or dots,
 * lower case. '' for a name of which nothing is left.
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name
  return name
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(ORNAMENT, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .toLowerCase()
}

const NAME_PARTY = 'name:'

/** Longer normalised names are no name of one organisation, and too long for an address. */
export const LONGEST_NAME = 195

/** So long at most is the id of a party. */
export const LONGEST_PARTY_ID = NAME_PARTY.length + LONGEST_NAME

/** Id of a party that is known by its name only. */
export const partyOfName = (key: string) => `${NAME_PARTY}${key}`

/** The name's key in an id of a party; null for a credit code. */
export const nameOfParty = (id: string) => (id.startsWith(NAME_PARTY) ? id.slice(NAME_PARTY.length) : null)
