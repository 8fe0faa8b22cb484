/** An angle as somebody wrote it. */
export interface Degrees {
  value: number
  /** Decimal places of a degree that the writing is good for: 12′ is about two, 12′31″ about four. */
  places: number
  /** Which of the two it says it is (东经, N …). */
  axis: 'lng' | 'lat' | null
}

const LONGEST = 40
const EAST = /^(?:东经|e)|(?:东经|e)$/u
const NORTH = /^(?:北纬|n)|(?:北纬|n)$/u
const WEST = /^(?:西经|w)|(?:西经|w)$/u
const SOUTH = /^(?:南纬|s)|(?:南纬|s)$/u
const NUMBER = /^([-+]?\d{1,12}(?:\.(\d{1,20}))?)[°度]?$/u
const SEXAGESIMAL =
  /^([-+]?\d{1,3})[°度º](?:(\d{1,2}(?:\.(\d{1,12}))?)(?:[′'‘’`分]|$)(?:(\d{1,2}(?:\.(\d{1,12}))?)(?:[″"“”秒]|''|′′|$))?)?$/u

/** 度分秒 or decimal degrees: 123.4291, 东经123.4291°, 123°25′31″, 123度25分31秒; null for anything else. */
export function readDegrees(text: string): Degrees | null {
  if (text.length > LONGEST) return null
  // NFKC would turn ″ into ′′ and ′ stays; both are read below.
  const written = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
  const west = WEST.test(written)
  const south = SOUTH.test(written)
  const axis = west || EAST.test(written) ? 'lng' : south || NORTH.test(written) ? 'lat' : null
  const bare = written.replace(/^(?:东经|西经|北纬|南纬|[ewns])[:：]?|(?:东经|西经|北纬|南纬|[ewns])$/gu, '')
  const read = readNumber(bare) ?? readSexagesimal(bare)
  return read && { ...read, value: west || south ? -read.value : read.value, axis }
}

function readNumber(text: string) {
  const match = NUMBER.exec(text)
  return match && { value: Number(match[1]), places: match[2]?.length ?? 0 }
}

function readSexagesimal(text: string) {
  const match = SEXAGESIMAL.exec(text)
  if (!match) return null
  const [, whole = '0', minutes = '0', minutePlaces, seconds, secondPlaces] = match
  if (Number(minutes) >= 60 || Number(seconds ?? 0) >= 60) return null
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600
  const places = seconds === undefined ? 2 + (minutePlaces?.length ?? 0) : 4 + (secondPlaces?.length ?? 0)
  return { value: whole.startsWith('-') ? -size : size, places: match[2] === undefined ? 0 : places }
}

/** “123.4291,41.7968” in one cell: the two angles in the order they stand; null when there are not just two. */
export function readDegreePair(text: string): [Degrees, Degrees] | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .replace(/^[([{]+|[)\]}]+$/gu, '')
    .split(/\s*[,;、|/]\s*|\s+(?=[-+\d东北西南enwsENWS])/u)
    .filter((part) => part.trim() !== '')
  const [first, second] = parts.length === 2 ? parts.map(readDegrees) : []
  return first && second ? [first, second] : null
}
