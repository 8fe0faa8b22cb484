/** A stretch of a text; positions are UTF-16 units, `end` is exclusive. */
export interface Piece {
  start: number
  end: number
}

const HEADER =
  /(?:(?:前置|后置)?(?:许可|一般)(?:经营|审批)?(?:项目|范围|事项)?|经营(?:项目|范围)|主营|兼营|主要产品|其中|包括)(?:为)?:/gu
export const SENTENCE_END = ';。*!?|'
export const ITEM_END = '、,·'
/** Stands for the characters of a bracket, so that positions stay. */
export const BLANK = '\u0000'

/** Outermost bracket pairs; an unclosed one ends with its sentence. */
export function findBrackets(text: string): Piece[] {
  const found: Piece[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i]
    if (mark === '(' || mark === '[' || mark === '【') {
      if (depth === 0) start = i
      depth += 1
    } else if (depth > 0 && (mark === ')' || mark === ']' || mark === '】')) {
      depth -= 1
      if (depth === 0) found.push({ start, end: i + 1 })
    } else if (depth > 0 && mark === '。') {
      depth = 0
      found.push({ start, end: i })
    }
  }
  if (depth > 0) found.push({ start, end: text.length })
  return found
}

/** The text without its brackets, and with 许可/一般项目 headers read as ends of sentences. */
export function blankBrackets(text: string, brackets: Piece[]): string {
  let flow = ''
  let at = 0
  for (const { start, end } of brackets) {
    flow += text.slice(at, start) + BLANK.repeat(end - start)
    at = end
  }
  flow += text.slice(at)
  return flow.replace(HEADER, (header) => ';'.repeat(header.length))
}

/** Cuts at any of the marks; a point between digits is none. */
export function cutPieces(text: string, from: number, to: number, marks: string): Piece[] {
  const found: Piece[] = []
  let start = from
  for (let i = from; i < to; i += 1) {
    if (!marks.includes(text[i] ?? '') && !(text[i] === '.' && marks === ITEM_END && !isDigit(text[i + 1]))) continue
    if (i > start) found.push({ start, end: i })
    start = i + 1
  }
  if (to > start) found.push({ start, end: to })
  return found
}

function isDigit(mark: string | undefined): boolean {
  return mark !== undefined && mark >= '0' && mark <= '9'
}
