import { isTradeOnly, nameSigns, productSigns, readScope, scopeSigns, type Sign } from './evidence'
import { KeywordIndex, type NodeHit } from './keywordIndex'
import { toMatchText } from './matchText'
import { isDormant, readNameSignal } from './nameSignal'
import type { ChainPack } from './pack'
import { combineSigns, SCORE } from './scoring'

/** What the classifier may know of an enterprise; everything but the name may be missing. */
export interface ClassifierInput {
  name: string
  /** 主要产品, as the enterprise or the county reported it. */
  products?: string | null
  /** 经营范围 from the register. */
  businessScope?: string | null
  /** GB/T 4754-2017 小类 or 中类; a letter prefix (C3425) is ignored. */
  industryCode?: string | null
}

/** 挂链: one enterprise on one node, with the evidence in words. */
export interface Membership {
  chain: string
  node: string
  /** 0–1, two decimals. */
  confidence: number
  /** Chinese, names the keyword and where it stood. */
  reason: string
}

export interface Classifier {
  classify(enterprise: ClassifierInput): Membership[]
}

export interface ClassifierOptions {
  /** Memberships below this confidence are not reported. */
  threshold?: number
}

/** Builds one automaton over all packs; `classify` is then linear in the text. The scoring is explained in scoring.ts. */
export function createClassifier(packs: readonly ChainPack[], options: ClassifierOptions = {}): Classifier {
  const index = new KeywordIndex(packs)
  const threshold = options.threshold ?? SCORE.THRESHOLD
  const byCode = indexCodes(index)
  const serves = (node: number): boolean => index.nodes[node]?.node.services === true
  return {
    classify(enterprise) {
      const name = toMatchText(enterprise.name)
      const scopeText = toMatchText(enterprise.businessScope)
      const products = toMatchText(enterprise.products)
      const code = enterprise.industryCode?.replace(/^[A-Z]/iu, '').trim() ?? ''
      const nameHits = index.find(name).filter(isWhole)
      const productHits = index.find(products).filter(isWhole)
      const scopeHits = index.find(scopeText)
      if (nameHits.length + scopeHits.length + productHits.length === 0 && code === '') return []
      const scope = readScope(scopeText, scopeHits)
      if (productHits.length === 0 && isDormant(scopeText)) return []
      const signal = readNameSignal(name)
      const trade = isTradeOnly(scope) ? 'trader' : signal
      const signs = [
        ...productSigns(products, productHits, trade, serves),
        ...nameSigns(name, nameHits, trade, serves),
        ...scopeSigns(scope, signal, serves),
        ...(byCode.get(code) ?? []),
      ]
      return toMemberships(index, signs, threshold)
    },
  }
}

/** Outside of a business scope there is no list whose verb could complete a keyword. */
function isWhole(hit: NodeHit): boolean {
  return hit.verb === undefined
}

function indexCodes(index: KeywordIndex): Map<string, Sign[]> {
  const byCode = new Map<string, Sign[]>()
  index.nodes.forEach(({ node }, at) => {
    for (const { code, part } of node.codes) {
      const value = part ? SCORE.CODE_PART : SCORE.CODE_EXACT
      const reason = part ? `行业代码${code}部分相符` : `行业代码${code}相符`
      const sign: Sign = { node: at, source: 'code', word: code, weak: false, value, reason }
      byCode.set(code, [...(byCode.get(code) ?? []), sign])
    }
  })
  return byCode
}

function toMemberships(index: KeywordIndex, signs: readonly Sign[], threshold: number): Membership[] {
  const byNode = new Map<number, Sign[]>()
  for (const sign of signs) byNode.set(sign.node, [...(byNode.get(sign.node) ?? []), sign])
  const found: Membership[] = []
  for (const [at, own] of byNode) {
    const entry = index.nodes[at]
    const kept = decisiveSigns(own)
    const confidence = Math.round(combineSigns(kept.map((sign) => sign.value)) * 100) / 100
    if (!entry || confidence < threshold) continue
    const reason = kept.map((sign) => sign.reason).join('；')
    found.push({ chain: entry.chain, node: entry.node.id, confidence, reason })
  }
  found.sort((a, b) => b.confidence - a.confidence)
  return capPerChain(found)
}

/** Per source the best strong sign, or else the best weak words; repeating a word in one source proves nothing new. */
function decisiveSigns(signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = []
  for (const source of ['products', 'name', 'scope', 'code'] as const) {
    const own = signs.filter((sign) => sign.source === source).sort((a, b) => b.value - a.value)
    const strong = own.find((sign) => !sign.weak)
    if (strong) {
      kept.push(strong)
      continue
    }
    const weakWords = new Set<string>()
    for (const sign of own) {
      if (weakWords.has(sign.word) || weakWords.size >= SCORE.WEAK_WORDS) continue
      weakWords.add(sign.word)
      kept.push(sign)
    }
  }
  return kept.sort((a, b) => b.value - a.value)
}

function capPerChain(found: readonly Membership[]): Membership[] {
  const count = new Map<string, number>()
  return found.filter(({ chain }) => {
    const next = (count.get(chain) ?? 0) + 1
    count.set(chain, next)
    return next <= SCORE.NODES_PER_CHAIN
  })
}
