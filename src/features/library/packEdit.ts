import type { ChainEdge, ChainNode, ChainPack } from '@domain/chain/pack'

/** Longest edition name that the pack check admits, in characters. */
const EDITION_LENGTH = 20

/** `<old>-<region>-1`, the next free number; a long region name gives way first. */
export function suggestEdition(old: string, regionName: string, taken: readonly string[]): string {
  const root = old.replace(/-[^-]*-\d+$/u, '')
  for (let number = 1; ; number += 1) {
    const room = EDITION_LENGTH - [...root].length - String(number).length - 2
    const region = [...regionName].slice(0, Math.max(1, room)).join('')
    const edition = `${root}-${region}-${number}`
    if (!taken.includes(edition)) return edition
  }
}

/** Words as people type them: one a line or parted by 、，；; repeated ones once. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[\n\r、，,；;]+/u).map((word) => word.trim().normalize('NFKC'))
  return [...new Set(words.filter((word) => word !== ''))]
}

export const wordsText = (words: readonly string[] | undefined): string => (words ?? []).join('、')

export interface NodeEdit {
  name: string
  weight: ChainNode['weight']
  keywords: string[]
  weakKeywords: string[]
  excludes: string[]
  note: string
}

export function editOf(node: ChainNode): NodeEdit {
  const { name, weight, keywords, weakKeywords = [], excludes = [], note = '' } = node
  return { name, weight, keywords, weakKeywords, excludes, note }
}

/** The pack with one node changed; an optional part left empty is left out, so that an unchanged node stays equal. */
export function editNode(pack: ChainPack, id: string, edit: NodeEdit): ChainPack {
  return { ...pack, nodes: pack.nodes.map((node) => (node.id === id ? withEdit(node, edit) : node)) }
}

function withEdit(node: ChainNode, edit: NodeEdit): ChainNode {
  const { weakKeywords: _weak, excludes: _excludes, note: _note, ...rest } = node
  const changed: ChainNode = {
    ...rest,
    name: edit.name.trim(),
    weight: edit.weight,
    keywords: edit.keywords,
    ...(edit.weakKeywords.length > 0 ? { weakKeywords: edit.weakKeywords } : {}),
    ...(edit.excludes.length > 0 ? { excludes: edit.excludes } : {}),
    ...(edit.note.trim() === '' ? {} : { note: edit.note.trim() }),
  }
  // The order of the keys is the order in the file; what was there keeps its place.
  return ordered(changed, Object.keys(node))
}

function ordered(node: ChainNode, keys: string[]): ChainNode {
  const entries = Object.entries(node)
  const place = ([key]: [string, unknown]) => (keys.includes(key) ? keys.indexOf(key) : keys.length)
  return Object.fromEntries(entries.sort((a, b) => place(a) - place(b))) as unknown as ChainNode
}

/** How a new node hangs on the chain: every node needs one product flow at least. */
export interface Flow {
  direction: 'to' | 'from'
  partner: string
  product: string
}

export interface NewNode extends NodeEdit {
  group: string
  flow: Flow
}

/** Adds a 环节 behind the last one of its group, with its product flow. */
export function addNode(pack: ChainPack, fresh: NewNode): { pack: ChainPack; id: string } {
  const id = freeNodeId(pack, fresh.group)
  const node = withEdit({ id, group: fresh.group, name: '', weight: 1, codes: [], keywords: [] }, fresh)
  const last = pack.nodes.map(({ group }) => group).lastIndexOf(fresh.group)
  const at = last < 0 ? pack.nodes.length : last + 1
  const nodes = [...pack.nodes.slice(0, at), node, ...pack.nodes.slice(at)]
  return { pack: { ...pack, nodes, edges: [...pack.edges, flowEdge(id, fresh.flow)] }, id }
}

function flowEdge(id: string, { direction, partner, product }: Flow): ChainEdge {
  const ends = direction === 'to' ? { from: id, to: partner } : { from: partner, to: id }
  return { ...ends, product: product.trim() }
}

function freeNodeId(pack: ChainPack, group: string): string {
  const taken = new Set([...pack.nodes, ...pack.groups].map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    const id = `${group}-local-${number}`
    if (!taken.has(id)) return id
  }
}

/** Takes back a node that this draft had added, together with its flows. */
export function removeNode(pack: ChainPack, id: string): ChainPack {
  return {
    ...pack,
    nodes: pack.nodes.filter((node) => node.id !== id),
    edges: pack.edges.filter(({ from, to }) => from !== id && to !== id),
  }
}

export type AddKind = 'sibling' | 'child'

/** Where a new node is most likely to hang: a sibling goes where its neighbour goes, a child is fed by it. */
export function likelyFlow(pack: ChainPack, neighbour: ChainNode, kind: AddKind): Flow {
  if (kind === 'child') return { direction: 'from', partner: neighbour.id, product: neighbour.name }
  const onward = pack.edges.find(({ from }) => from === neighbour.id)
  if (onward) return { direction: 'to', partner: onward.to, product: '' }
  const back = pack.edges.find(({ to }) => to === neighbour.id)
  return { direction: 'from', partner: back?.from ?? neighbour.id, product: back?.product ?? '' }
}

/** What is still missing before a node can be kept, in words; null when nothing is. */
export function nodeFault(pack: ChainPack, id: string | null, edit: NodeEdit, flow: Flow | null): string | null {
  const name = edit.name.trim()
  if (name === '') return '请填写环节名称'
  if ([...name].length > 20) return '环节名称最多 20 个字'
  if (pack.nodes.some((node) => node.id !== id && node.name === name)) return `本链已有名为“${name}”的环节`
  if (edit.keywords.length === 0) return '请至少填写一个关键词（产品词），否则没有企业会归入这个环节'
  const short = [...edit.keywords, ...edit.weakKeywords].find((word) => [...word].length < 2)
  if (short) return `关键词“${short}”只有一个字，容易误中，请用两个字以上的产品词`
  if (flow && flow.partner === '') return '请选择与哪个环节有产品往来'
  if (flow && flow.product.trim() === '') return '请填写往来的产品'
  return null
}

/** Which nodes a draft has changed or added against the edition in force. */
export function changedNodes(
  before: ChainPack | null,
  draft: ChainPack | null,
): { changed: Set<string>; added: Set<string> } {
  const old = new Map((before?.nodes ?? []).map((node) => [node.id, JSON.stringify(node)]))
  const nodes = draft?.nodes ?? []
  return {
    changed: new Set(nodes.filter((node) => old.get(node.id) !== JSON.stringify(node)).map(({ id }) => id)),
    added: new Set(nodes.filter(({ id }) => !old.has(id)).map(({ id }) => id)),
  }
}
