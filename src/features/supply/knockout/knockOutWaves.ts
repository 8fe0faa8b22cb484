import type { KnockOut } from '@contract/knockOut'
import { countText } from '@/lib/format'

/** What a firm wears in the picture: what hit it, and how hard. */
export interface WaveState {
  tone: 'stopped' | 'shortage' | 'lostOrders'
  /** 0…1 */
  level: number
}

export interface Wave {
  /** 0: only what stops. */
  step: number
  words: string
  firms: ReadonlyMap<string, WaveState>
  /** Links that the wave ran along, up to and with this step. */
  links: ReadonlyMap<string, WaveState>
}

/** How strongly the mildest hit still shows; what is new at a step shows fully. */
const FAINTEST = 0.4
const PASSED = 0.5
const WAVE_WORDS = { shortage: '下游缺料', lostOrders: '上游断单' } as const

/** The picture after every step, from the standstill itself to the last firm reached. */
export function wavesOf(result: Pick<KnockOut, 'hits' | 'steps' | 'stopped'>): Wave[] {
  let firms = new Map<string, WaveState>()
  let links = new Map<string, WaveState>()
  for (const { party, isStopped } of result.hits) if (isStopped) firms.set(party.id, { tone: 'stopped', level: 1 })
  const waves: Wave[] = [{ step: 0, words: `停摆：${countText(result.stopped)} 家停产或减产`, firms, links }]
  for (const step of result.steps.filter((one) => one.step > 0).sort((a, b) => a.step - b.step)) {
    const cuts = new Map<string, number>()
    firms = new Map([...firms].map(([id, state]) => [id, settled(state)]))
    links = new Map([...links].map(([id, state]) => [id, { ...state, level: PASSED }]))
    for (const { id, wave, cut } of step.firms) {
      if (firms.get(id)?.tone === 'stopped' || cut < (cuts.get(id) ?? 0)) continue
      cuts.set(id, cut)
      firms.set(id, { tone: wave, level: 1 })
    }
    const tone = toneOf(step.firms)
    for (const id of step.links) links.set(id, { tone: links.get(id)?.tone ?? tone(id), level: 1 })
    waves.push({ step: step.step, words: stepWords(step), firms, links })
  }
  return waves
}

const settled = (state: WaveState): WaveState =>
  state.tone === 'stopped' ? state : { ...state, level: Math.max(FAINTEST, state.level - PASSED) }

/** A link is coloured by what it did to the firm it reached: 供方>需方, shortage runs to the buyer, lost orders to the supplier. */
function toneOf(firms: KnockOut['steps'][number]['firms']) {
  const short = new Set(firms.filter(({ wave }) => wave === 'shortage').map(({ id }) => id))
  return (link: string): WaveState['tone'] => (short.has(link.slice(link.indexOf('>') + 1)) ? 'shortage' : 'lostOrders')
}

/** 第 2 步：3 家下游缺料、1 家上游断单. */
export function stepWords({ step, firms, newlyHit }: KnockOut['steps'][number]): string {
  const parts = (['shortage', 'lostOrders'] as const)
    .map((wave) => ({ wave, count: firms.filter((one) => one.wave === wave).length }))
    .filter(({ count }) => count > 0)
    .map(({ wave, count }) => `${countText(count)} 家${WAVE_WORDS[wave]}`)
  const drawn = new Set(firms.map(({ id }) => id)).size
  const rest = newlyHit > drawn ? `；这一步共 ${countText(newlyHit)} 家，画面上 ${countText(drawn)} 家` : ''
  return `第 ${step} 步：${parts.join('、') || `${countText(newlyHit)} 家`}${parts.length > 0 ? rest : '新波及'}`
}
