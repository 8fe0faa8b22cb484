export interface HistoryRow {
  code: string
  name: string
  inForce: boolean
  since: string
  until: string
  /** Codes that took over when the division ended; parts given away earlier are left out. */
  successors: string[]
}

/** The record of codes since 1981. Its cells hold neither quotes nor commas. */
export function readHistory(csv: string): HistoryRow[] {
  const [, ...lines] = csv
    .replace(/^\ufeff/u, '')
    .trim()
    .split(/\r?\n/u)
  return lines.map((line) => {
    const [code = '', , , name = '', , status = '', since = '', until = '', successors = ''] = line.split(',')
    return { code, name, inForce: status === '在用', since, until, successors: atTheEnd(successors, until) }
  })
}

/** `130108[2001];130111`: a bracketed year marks a part given away in that year, which is no succession. */
function atTheEnd(successors: string, until: string): string[] {
  return successors
    .split(';')
    .filter((entry) => entry !== '' && (!entry.includes('[') || entry.endsWith(`[${until}]`)))
    .map((entry) => entry.slice(0, 6))
}
