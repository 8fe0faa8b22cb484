import { clauseAt, splitClauses, type Clause } from './clauses'
import type { NodeHit } from './keywordIndex'
import type { NameSignal } from './nameSignal'
import { longListShare, SCORE } from './scoring'

/** One sign that a firm belongs to a node, with the words that show it. */
export interface Sign {
  node: number
  source: 'name' | 'products' | 'scope' | 'code'
  word: string
  weak: boolean
  value: number
  reason: string
}

/** A word followed by one of these only describes what comes next. */
const MODIFIED =
  /^(?:行业|工业|企业|厂)?(?:成套)?(?:用|专用|生产用|生产线|设备|机械|电气|模具|包装|包材|检测|检验|测试|技术|工程|软件|废料|废旧)/u
/** 矿山机械设备 is one word, 制药设备 are not drugs. */
const MACHINE_WORD = /[机械备器置床炉]$/u
const MACHINE_AFTER = /^(?:机械|设备)/u
const PLACE_AFTER_NAME = /^(?:城|市场|大厦|家属|学院|学校|医院|幼儿园|宾馆|招待所)/u

const QUOTE_LIMIT = 30
const BRACKETS = /[(\[【].*?(?:[)\]】]|$)/gu

export function nameSigns(
  name: string,
  hits: readonly NodeHit[],
  signal: NameSignal,
  servesNode: (node: number) => boolean,
): Sign[] {
  return hits.map((hit) => {
    const asProducer = signal === 'producer' ? SCORE.NAME_PRODUCER : SCORE.NAME_PLAIN
    const trader = signal === 'trader' && !servesNode(hit.node)
    const base = trader || PLACE_AFTER_NAME.test(name.slice(hit.end)) ? SCORE.NAME_TRADER : asProducer
    const value = base * modifierShare(name, hit) * (hit.weak ? SCORE.WEAK_SHARE : 1)
    return { node: hit.node, source: 'name', word: hit.word, weak: hit.weak, value, reason: `企业名称含“${hit.word}”` }
  })
}

/** What a shop reports as 主要产品 is what it sells. */
export function productSigns(
  products: string,
  hits: readonly NodeHit[],
  signal: NameSignal,
  servesNode: (node: number) => boolean,
): Sign[] {
  return hits.map((hit) => {
    const base = hit.weak ? SCORE.WEAK_PRODUCTS : SCORE.PRODUCTS
    const sold = signal === 'trader' && !servesNode(hit.node) ? SCORE.TRADER_PRODUCTS : 1
    const value = base * sold * modifierShare(products, hit)
    return {
      node: hit.node,
      source: 'products',
      word: hit.word,
      weak: hit.weak,
      value,
      reason: `主要产品含“${hit.word}”`,
    }
  })
}

/** A business scope cut into clauses, with the keywords in it. */
export interface ScopeReading {
  text: string
  clauses: Clause[]
  hits: NodeHit[]
}

export function readScope(text: string, found: readonly NodeHit[]): ScopeReading {
  const clauses = text === '' ? [] : splitClauses(text)
  return { text, clauses, hits: found.filter((hit) => hit.verb === undefined || isJoined(text, clauses, hit)) }
}

/** 医疗器械 in 医疗器械、家具生产: the goods end their item and the list has the verb of the keyword. */
function isJoined(text: string, clauses: readonly Clause[], hit: NodeHit): boolean {
  const clause = clauseAt(clauses, hit)
  if (!clause || !clause.verb.includes(hit.verb ?? '')) return false
  return text.slice(hit.end, clause.end).replace(BRACKETS, '') === ''
}

/** Only buying, selling and serving: a works' name alone then proves nothing. */
export function isTradeOnly({ clauses }: ScopeReading): boolean {
  const told = clauses.filter((clause) => clause.reservation !== 'excluded')
  return told.length > 0 && told.every(({ activity }) => activity === 'trade' || activity === 'service')
}

export function scopeSigns(scope: ScopeReading, signal: NameSignal, servesNode: (node: number) => boolean): Sign[] {
  const signs: Sign[] = []
  for (const hit of scope.hits) {
    const clause = clauseAt(scope.clauses, hit)
    if (!clause || clause.reservation === 'excluded') continue
    const base = clauseValue(clause, signal, servesNode(hit.node))
    const reserved = clause.reservation === null ? 1 : SCORE.RESERVED_SHARE
    const weak = hit.weak ? SCORE.WEAK_SHARE : 1
    const value = base * reserved * weak * longListShare(clause.position) * modifierShare(scope.text, hit)
    const reason = scopeReason(scope.text, clause, hit.word)
    signs.push({ node: hit.node, source: 'scope', word: hit.word, weak: hit.weak, value, reason })
  }
  return signs
}

function clauseValue(clause: Clause, signal: NameSignal, serves: boolean): number {
  const byActivity = activityValue(clause, signal)
  const made = signal === 'trader' ? byActivity * traderShare(clause) : byActivity
  return serves ? Math.max(made, SCORE.SCOPE_SERVICE_NODE) : made
}

/** 经贸公司 that ends a long list of goods with 加工 processes the last of them. */
function traderShare({ listSize }: Clause): number {
  return listSize > SCORE.BARE_LIST_LIMIT ? SCORE.TRADER_LIST : SCORE.TRADER_SCOPE
}

function activityValue(clause: Clause, signal: NameSignal): number {
  if (clause.activity === 'produce') return SCORE.SCOPE_PRODUCE
  if (clause.activity === 'develop') return SCORE.SCOPE_DEVELOP
  if (clause.activity !== 'none' || clause.listSize > SCORE.BARE_LIST_LIMIT) return SCORE.SCOPE_TRADE
  return signal === 'producer' ? SCORE.SCOPE_BARE_PRODUCER : SCORE.SCOPE_BARE
}

function modifierShare(text: string, hit: NodeHit): number {
  const after = text.slice(hit.end, hit.end + 8)
  if (MACHINE_WORD.test(hit.word) && MACHINE_AFTER.test(after)) return 1
  return MODIFIED.test(after) ? SCORE.MODIFIER_SHARE : 1
}

function scopeReason(scope: string, clause: Clause, word: string): string {
  const item = shorten(scope.slice(clause.start, clause.end).replace(/[[(【].*$/u, ''), word)
  const said = clause.verb === '' || item.includes(clause.verb) ? item : `${item}…${clause.verb}`
  return said === word ? `经营范围含“${word}”` : `经营范围“${said}”含“${word}”`
}

function shorten(item: string, word: string): string {
  const letters = [...item]
  if (letters.length <= QUOTE_LIMIT) return item
  const at = Math.max(0, [...item.slice(0, Math.max(0, item.indexOf(word)))].length - 8)
  return `${at > 0 ? '…' : ''}${letters.slice(at, at + QUOTE_LIMIT).join('')}…`
}
