import { endingVerb } from './clauseVerbs'
import { KeywordTree } from './keywordTree'
import { toMatchText } from './matchText'
import type { ChainNode, ChainPack } from './pack'

export interface IndexedNode {
  chain: string
  node: ChainNode
}

const SHORTEST_STEM = 2
/** No keyword is longer; limits how far a longer one can reach over a shorter one. */
const LONGEST_WORD = 30

/** One node's interest in a word of the automaton. */
interface WordUse {
  node: number
  kind: 'strong' | 'weak' | 'exclude' | 'stem'
  /** For a stem: the verb that the whole keyword ends with, and whether that keyword is weak. */
  verb?: string
  weakWhole?: boolean
}

/** A keyword of one node at one place, after excludes and longer keywords have had their say. */
export interface NodeHit {
  node: number
  word: string
  weak: boolean
  start: number
  end: number
  /** Set when only the goods of the keyword were found: the hit counts if the list ends here and has this verb. */
  verb?: string
}

interface Occurrence extends NodeHit {
  kind: WordUse['kind']
  chain: string
}

/** All keywords of all packs in one automaton; answers which nodes a text speaks of, the most specific word winning. */
export class KeywordIndex {
  readonly nodes: IndexedNode[] = []
  private readonly words: string[] = []
  private readonly uses: WordUse[][] = []
  private readonly byWord = new Map<string, number>()
  private readonly tree: KeywordTree

  constructor(packs: readonly ChainPack[]) {
    for (const pack of packs) for (const node of pack.nodes) this.addNode(pack.id, node)
    this.tree = new KeywordTree(this.words)
  }

  find(text: string): NodeHit[] {
    const hits = this.tree.find(text)
    if (hits.length === 0) return []
    const hasVerb = new Map<string, boolean>()
    const seen: Occurrence[] = []
    for (const { pattern, start, end } of hits) {
      for (const use of this.uses[pattern] as WordUse[]) {
        if (use.verb !== undefined && !remember(hasVerb, use.verb, text)) continue
        const { node, kind, verb } = use
        const chain = (this.nodes[node] as IndexedNode).chain
        const weak = use.weakWhole ?? kind === 'weak'
        seen.push({ node, kind, verb, word: this.words[pattern] as string, weak, chain, start, end })
      }
    }
    return seen.filter((one, at) => one.kind !== 'exclude' && !isOverruled(seen, one, at))
  }

  private addNode(chain: string, node: ChainNode): void {
    const index = this.nodes.push({ chain, node }) - 1
    for (const word of node.keywords) this.addWord(word, { node: index, kind: 'strong' })
    for (const word of node.weakKeywords ?? []) this.addWord(word, { node: index, kind: 'weak' })
    for (const word of node.excludes ?? []) this.addWord(word, { node: index, kind: 'exclude' })
  }

  private addWord(raw: string, use: WordUse): void {
    const word = toMatchText(raw)
    if (word === '') return
    let at = this.byWord.get(word)
    if (at === undefined) {
      at = this.words.push(word) - 1
      this.byWord.set(word, at)
      this.uses.push([])
    }
    const uses = this.uses[at] as WordUse[]
    if (!uses.some((known) => known.node === use.node && known.kind === use.kind && known.verb === use.verb))
      uses.push(use)
    this.addStem(word, use)
  }

  /** 医疗器械生产 is also looked for as 医疗器械 … 生产. */
  private addStem(word: string, { node, kind, verb: givenVerb }: WordUse): void {
    const verb = kind === 'stem' || givenVerb !== undefined ? null : endingVerb(word)
    if (verb === null || word.length - verb.length < SHORTEST_STEM) return
    this.addWord(word.slice(0, -verb.length), {
      node,
      kind: kind === 'exclude' ? 'exclude' : 'stem',
      verb,
      weakWhole: kind === 'weak',
    })
  }
}

/** An exclude voids its own node's match inside it; a keyword voids every shorter one of its chain inside it, and the one it grows out of. */
function overrules(other: Occurrence, one: Occurrence): boolean {
  if (other === one || other.end < one.end || other.start > one.end) return false
  if (other.kind === 'exclude') {
    const sameVerb = other.verb === undefined || other.verb === one.verb
    return sameVerb && other.node === one.node && other.start <= one.start
  }
  if (other.chain !== one.chain || other.kind === 'stem') return false
  const longer = other.end - other.start > one.end - one.start
  if (other.start <= one.start) return longer || (one.weak && !other.weak && sameSpan(other, one))
  // 数控机床 + 机床附件 in 数控机床附件: the later word is the head of the phrase.
  return other.end > one.end && other.start < one.end && !other.weak
}

/** Hits come in the order of their ends, so only neighbours can reach over one. */
function isOverruled(seen: readonly Occurrence[], one: Occurrence, at: number): boolean {
  for (let i = at - 1; i >= 0 && seen[i]?.end === one.end; i -= 1)
    if (overrules(seen[i] as Occurrence, one)) return true
  for (let i = at + 1; i < seen.length; i += 1) {
    const other = seen[i] as Occurrence
    if (other.end > one.end + LONGEST_WORD) return false
    if (overrules(other, one)) return true
  }
  return false
}

function remember(known: Map<string, boolean>, verb: string, text: string): boolean {
  const before = known.get(verb)
  if (before !== undefined) return before
  const has = text.includes(verb)
  known.set(verb, has)
  return has
}

function sameSpan(a: Occurrence, b: Occurrence): boolean {
  return a.start === b.start && a.end === b.end
}
