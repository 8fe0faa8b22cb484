import type { Brief } from '@contract/brief'
import { citationText } from './briefWords'

/** A4 between its margins, in points, less some lines in reserve for what wraps unluckily. */
const PAGE_POINTS = 735
/** Title, key figures, nodes and the foot. */
const FIXED_POINTS = 270
/** The sentences: characters in a line of 10.5 pt, and its height. */
const TEXT = { characters: 44, points: 18.4 }
/** The sources, in two columns of 7.5 pt. */
const SOURCE = { characters: 30, points: 10.6, columns: 2 }

const linesOf = (text: string, characters: number) => Math.ceil(Array.from(text).length / characters)

/**
 * How much smaller than usual the letters are printed so that the sheet fills one page and no more. Smaller letters gain
 * in both directions, hence the root.
 */
export function printScale({ sentences, citations }: Pick<Brief, 'sentences' | 'citations'>): number {
  const texts = sentences.map(({ segments }) =>
    segments.map(({ text, marks }) => text + marks.map(() => '[9]').join('')),
  )
  const text = texts.reduce((sum, parts) => sum + linesOf(parts.join(''), TEXT.characters) * TEXT.points, 0)
  const lines = citations.reduce((sum, citation) => sum + linesOf(citationText(citation), SOURCE.characters), 0)
  const height = FIXED_POINTS + text + (lines * SOURCE.points) / SOURCE.columns
  return height <= PAGE_POINTS ? 1 : Math.round(Math.sqrt(PAGE_POINTS / height) * 1000) / 1000
}
