import { StopTarget } from '@contract/knockOut'

export const MOST_STOPS = 20

const COMMA = /[%,]/g
const escaped = (text: string) => text.replace(COMMA, (sign) => (sign === '%' ? '%25' : '%2C'))
const restored = (text: string) => text.replace(/%2C/g, ',').replace(/%25/g, '%')

/** `firm:CODE`, `place:210100`, `place:210100@chain`, `node:chain/node`: a target as it stands in the address. */
export function stopText(target: StopTarget): string {
  if (target.kind === 'firm') return `firm:${escaped(target.firm)}`
  if (target.kind === 'node') return `node:${target.chain}/${target.node}`
  return `place:${target.place}${target.chain === undefined ? '' : `@${target.chain}`}`
}

/** null where nothing is left: the address then says nothing. */
export function stopsText(targets: readonly StopTarget[]): string | null {
  return targets.length === 0 ? null : targets.map(stopText).join(',')
}

/** What an address says stops; what is no target is left out, and a target named twice counts once. */
export function readStops(text: string | null): StopTarget[] {
  const known = new Map<string, StopTarget>()
  for (const part of text?.split(',') ?? []) {
    const target = StopTarget.safeParse(shapeOf(part)).data
    if (target && known.size < MOST_STOPS) known.set(stopText(target), target)
  }
  return [...known.values()]
}

function shapeOf(part: string): unknown {
  const [, kind, rest = ''] = /^(firm|place|node):(.+)$/u.exec(part) ?? []
  if (kind === 'firm') return { kind, firm: restored(rest) }
  if (kind === 'node') {
    const [chain, node] = rest.split('/')
    return { kind, chain, node }
  }
  const [place, chain] = rest.split('@')
  return { kind, place, ...(chain !== undefined && { chain }) }
}

/** With `target` if it was not there, without it if it was. */
export function toggled(targets: readonly StopTarget[], target: StopTarget): StopTarget[] {
  const key = stopText(target)
  const without = targets.filter((one) => stopText(one) !== key)
  return without.length < targets.length ? without : [...targets, target].slice(0, MOST_STOPS)
}
