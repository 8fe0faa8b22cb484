import { byWeight, CHECK_NAMES, CHECKS, type CheckId, type CheckPart, type Finding } from './finding'
import { MOST_LISTED } from './thresholds'

export interface CheckReport {
  id: CheckId
  name: string
  question: string
  state: 'found' | 'clear' | 'nothing'
  parts: { what: string; items: number; unit: string; note: string | null; findings: number }[]
  red: number
  amber: number
  note: number
  more: number
}

/** The parts of each check together; of one part the heaviest findings are listed, the others counted. */
export function report(parts: readonly CheckPart[]): { checks: CheckReport[]; findings: Finding[] } {
  const listed = parts.map((part) => ({ part, findings: [...part.findings].sort(byWeight).slice(0, MOST_LISTED) }))
  const checks = CHECKS.map((id): CheckReport => {
    const own = listed.filter(({ part }) => part.check === id)
    const all = own.flatMap(({ findings }) => findings)
    const found = own.reduce((sum, { part }) => sum + part.found, 0)
    const shown = own.reduce((sum, { findings }) => sum + findings.length, 0)
    const looked = own.some(({ part }) => part.items > 0)
    const by = (severity: Finding['severity']) => all.filter((one) => one.severity === severity).length
    return {
      id,
      ...CHECK_NAMES[id],
      state: found > 0 ? 'found' : looked ? 'clear' : 'nothing',
      parts: own.map(({ part }) => ({
        what: part.what,
        items: part.items,
        unit: part.unit,
        note: part.note,
        findings: part.found,
      })),
      red: by('red'),
      amber: by('amber'),
      note: by('note'),
      more: found - shown,
    }
  })
  return { checks, findings: listed.flatMap(({ findings }) => findings).sort(byWeight) }
}
