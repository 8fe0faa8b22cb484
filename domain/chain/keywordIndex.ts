import { endingVerb } from './clauseVerbs'
import { KeywordTree } from './keywordTree'
import { toMatchText } from './matchText'
import type { ChainNode, ChainPack } from './pack'

export interface IndexedNode {
  chain: string
  node: ChainNode
}

/** One node's interest in a word of the automaton. */
interface WordUse {
  node: number
  kind: 'strong' | 'weak' | 'exclude'
}

/** A keyword of one node at one place, after excludes and longer keywords have had their say. */
export interface NodeHit {
  node: number
  word: string
  weak: boolean
  start: number
  end: number
}

interface Occurrence extends NodeHit {
  kind: WordUse['kind']
  chain: string
}

/** A keyword taken apart: 医疗器械 + 生产. */
interface SplitWord {
  verb: string
  pattern: number
}

const LONGEST_STEM = 8

/** All keywords of all packs in one automaton; answers which nodes a text speaks of, the most specific word winning. */
export class KeywordIndex {
  readonly nodes: IndexedNode[] = []
  private readonly words: string[] = []
  private readonly uses: WordUse[][] = []
  private readonly byWord = new Map<string, number>()
  private readonly byStem = new Map<string, SplitWord[]>()
  private readonly tree: KeywordTree

  constructor(packs: readonly ChainPack[]) {
    for (const pack of packs) for (const node of pack.nodes) this.addNode(pack.id, node)
    this.tree = new KeywordTree(this.words)
  }

  find(text: string): NodeHit[] {
    const hits = this.tree.find(text)
    if (hits.length === 0) return []
    const seen: Occurrence[] = []
    for (const { pattern, start, end } of hits) {
      for (const use of this.uses[pattern] ?? []) {
        const chain = this.nodes[use.node]?.chain ?? ''
        seen.push({ ...use, word: this.words[pattern] ?? '', weak: use.kind === 'weak', chain, start, end })
      }
    }
    return seen.filter((one) => one.kind !== 'exclude' && !seen.some((other) => overrules(other, one)))
  }

  /** Keywords whose goods end `item` and whose verb stands elsewhere in the list: 医疗器械生产 in 医疗器械、家具生产. */
  findApart(item: string, verbs: string, itemEnd: number): NodeHit[] {
    const found: NodeHit[] = []
    for (let length = Math.min(LONGEST_STEM, item.length); length >= 2; length -= 1) {
      for (const { verb, pattern } of this.byStem.get(item.slice(item.length - length)) ?? []) {
        if (!verbs.includes(verb)) continue
        const place = { word: this.words[pattern] ?? '', start: itemEnd - length, end: itemEnd }
        for (const { node, kind } of this.uses[pattern] ?? []) {
          if (kind !== 'exclude') found.push({ ...place, node, weak: kind === 'weak' })
        }
      }
      if (found.length > 0) return found
    }
    return found
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
      this.addStem(word, at)
    }
    const uses = this.uses[at] as WordUse[]
    if (!uses.some((known) => known.node === use.node && known.kind === use.kind)) uses.push(use)
  }

  private addStem(word: string, pattern: number): void {
    const verb = endingVerb(word)
    if (verb === null) return
    const stem = word.slice(0, word.length - verb.length)
    this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), { verb, pattern }])
  }
}

/** An exclude voids its own node's match inside it; a keyword voids every shorter one of its chain inside it, and the one it grows out of. */
function overrules(other: Occurrence, one: Occurrence): boolean {
  if (other === one || other.end < one.end || other.start > one.end) return false
  if (other.kind === 'exclude') return other.node === one.node && other.start <= one.start
  if (other.chain !== one.chain) return false
  const longer = other.end - other.start > one.end - one.start
  if (other.start <= one.start) return longer || (one.weak && !other.weak && sameSpan(other, one))
  // 数控机床 + 机床附件 in 数控机床附件: the later word is the head of the phrase.
  return other.end > one.end && other.start < one.end && !other.weak
}

function sameSpan(a: Occurrence, b: Occurrence): boolean {
  return a.start === b.start && a.end === b.end
}
