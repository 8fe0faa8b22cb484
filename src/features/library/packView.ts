import type { ChainEdge, ChainNode, ChainPack } from '@domain/chain/pack'

export interface NodeLine {
  node: ChainNode
  stageName: string
  groupName: string
  /** Flows in and out. */
  flowsIn: number
  flowsOut: number
}

export const WEIGHT_LABEL: Record<ChainNode['weight'], string> = { 1: '一般', 2: '重要', 3: '关键' }

/** Nodes in reading order (stage, group, file), narrowed to those that mention every word looked for. */
export function nodeLines(pack: ChainPack, search: string): NodeLine[] {
  const words = searchWords(search)
  return pack.stages.flatMap((stage) =>
    pack.groups
      .filter((group) => group.stage === stage.id)
      .flatMap((group) =>
        pack.nodes
          .filter((node) => node.group === group.id && mentions([stage.name, group.name, ...nodeTexts(node)], words))
          .map((node) => ({
            node,
            stageName: stage.name,
            groupName: group.name,
            flowsIn: pack.edges.filter(({ to }) => to === node.id).length,
            flowsOut: pack.edges.filter(({ from }) => from === node.id).length,
          })),
      ),
  )
}

const nodeTexts = ({ name, note = '', codes, keywords, weakKeywords = [], excludes = [] }: ChainNode) => [
  name,
  note,
  ...codes.map(({ code }) => code),
  ...keywords,
  ...weakKeywords,
  ...excludes,
]

export interface EdgeLine {
  edge: ChainEdge
  fromName: string
  toName: string
}

export function edgeLines(pack: ChainPack, search: string): EdgeLine[] {
  const words = searchWords(search)
  const name = new Map(pack.nodes.map((node) => [node.id, node.name]))
  return pack.edges
    .map((edge) => ({ edge, fromName: name.get(edge.from) ?? edge.from, toName: name.get(edge.to) ?? edge.to }))
    .filter(({ edge, fromName, toName }) => mentions([edge.product, fromName, toName], words))
}

const searchWords = (search: string) =>
  search
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')

const mentions = (texts: string[], words: string[]) =>
  words.every((word) => texts.some((text) => text.toLowerCase().includes(word)))

const PARTS: Record<string, string> = {
  id: '标识',
  name: '名称',
  edition: '版本号',
  asOf: '时点',
  summary: '说明',
  stages: '阶段',
  groups: '分组',
  nodes: '环节',
  edges: '产品流向',
  sources: '来源',
  codes: '行业代码',
  keywords: '关键词',
  weakKeywords: '弱关键词',
  excludes: '排除词',
  group: '所属分组',
  stage: '所属阶段',
  weight: '权重',
  note: '备注',
  title: '标题',
  from: '供应环节',
  to: '接收环节',
  product: '产品',
  code: '代码',
  part: '部分',
  cycle: '循环',
  services: '服务',
}

/** A path of the pack check in words: 环节“直线导轨” › 行业代码 › 第 1 个. */
export function placeText(pack: ChainPack | null, at: string): string {
  const [list = '', key = '', ...rest] = at.split(/[/.]/u)
  const head = PARTS[list] ?? list
  const tail = rest.map(partText)
  return [key === '' ? head : `${head}${itemText(pack, list, key)}`, ...tail].filter((part) => part !== '').join(' › ')
}

function itemText(pack: ChainPack | null, list: string, key: string): string {
  const index = /^\d+$/u.test(key) ? Number(key) : null
  if (list === 'nodes' || list === 'groups') {
    const items = pack?.[list] ?? []
    const item = index === null ? items.find(({ id }) => id === key) : items[index]
    if (item) return `“${item.name}”`
  }
  const edge = list === 'edges' && index !== null ? pack?.edges[index] : undefined
  if (edge) return `“${nameOf(pack, edge.from)} → ${nameOf(pack, edge.to)}”`
  return index === null ? `“${key}”` : ` 第 ${index + 1} 个`
}

const nameOf = (pack: ChainPack | null, id: string) => pack?.nodes.find((node) => node.id === id)?.name ?? id

const partText = (part: string) => (/^\d+$/u.test(part) ? `第 ${Number(part) + 1} 个` : (PARTS[part] ?? part))
