import type { ChainPack } from './pack'
import { codePoints, packError, type PackFinding } from './packFinding'

/** Upper bounds that keep an uploaded pack from hurting the matcher, the drawing or the reader. */
export const packLimits = {
  nodes: 400,
  edges: 2000,
  groups: 80,
  sources: 100,
  /** Per node: keywords, weakKeywords and excludes, each. */
  wordsPerNode: 80,
  codesPerNode: 20,
  /** Code points. */
  idLength: 64,
  nameLength: 20,
  titleLength: 200,
  wordLength: 40,
  noteLength: 300,
  summaryLength: 600,
} as const

// Control and format characters (zero-width, bidirectional marks) are invisible and make two equal-looking words differ.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u

/** Counts first: when one of these fails, nothing else is looked at. */
export function checkPackSize(pack: ChainPack): PackFinding[] {
  const tooMany = (at: string, what: string, count: number, limit: number): PackFinding[] =>
    count <= limit
      ? []
      : [packError('too-many', at, `${what}有 ${count} 个，超过上限 ${limit} 个，请拆成多条链或删减后再导入。`)]
  return [
    ...tooMany('nodes', '环节', pack.nodes.length, packLimits.nodes),
    ...tooMany('edges', '产品流向', pack.edges.length, packLimits.edges),
    ...tooMany('groups', '分组', pack.groups.length, packLimits.groups),
    ...tooMany('sources', '来源', pack.sources.length, packLimits.sources),
    ...pack.nodes.flatMap((node) => [
      ...tooMany(`nodes/${node.id}/codes`, '行业代码', node.codes.length, packLimits.codesPerNode),
      ...tooMany(`nodes/${node.id}/keywords`, '关键词', node.keywords.length, packLimits.wordsPerNode),
      ...tooMany(`nodes/${node.id}/weakKeywords`, '弱关键词', node.weakKeywords?.length ?? 0, packLimits.wordsPerNode),
      ...tooMany(`nodes/${node.id}/excludes`, '排除词', node.excludes?.length ?? 0, packLimits.wordsPerNode),
    ]),
  ]
}

interface TextAt {
  at: string
  text: string
  limit: number
  /** Empty is allowed. */
  optional?: boolean
}

function* headTexts(pack: ChainPack): Generator<TextAt> {
  yield { at: 'id', text: pack.id, limit: packLimits.idLength }
  yield { at: 'name', text: pack.name, limit: packLimits.nameLength }
  yield { at: 'edition', text: pack.edition, limit: packLimits.nameLength }
  yield { at: 'asOf', text: pack.asOf, limit: packLimits.nameLength }
  yield { at: 'summary', text: pack.summary, limit: packLimits.summaryLength }
  for (const stage of pack.stages) {
    yield { at: `stages/${stage.id}/name`, text: stage.name, limit: packLimits.nameLength }
    yield { at: `stages/${stage.id}/title`, text: stage.title, limit: packLimits.wordLength }
  }
  for (const [index, source] of pack.sources.entries()) {
    yield { at: `sources/${index}/title`, text: source.title, limit: packLimits.titleLength }
    yield { at: `sources/${index}/note`, text: source.note ?? '', limit: packLimits.noteLength, optional: true }
  }
}

function* bodyTexts(pack: ChainPack): Generator<TextAt> {
  for (const group of pack.groups) {
    yield { at: `groups/${group.id}/name`, text: group.name, limit: packLimits.nameLength }
  }
  for (const node of pack.nodes) {
    yield { at: `nodes/${node.id}/id`, text: node.id, limit: packLimits.idLength }
    yield { at: `nodes/${node.id}/name`, text: node.name, limit: packLimits.nameLength }
    yield { at: `nodes/${node.id}/note`, text: node.note ?? '', limit: packLimits.noteLength, optional: true }
    for (const list of ['keywords', 'weakKeywords', 'excludes'] as const) {
      for (const [index, word] of (node[list] ?? []).entries()) {
        yield { at: `nodes/${node.id}/${list}/${index}`, text: word, limit: packLimits.wordLength }
      }
    }
  }
  for (const [index, edge] of pack.edges.entries()) {
    yield { at: `edges/${index}/product`, text: edge.product, limit: packLimits.wordLength }
  }
}

function checkText({ at, text, limit, optional }: TextAt): PackFinding[] {
  const length = codePoints(text)
  if (text.trim() === '') {
    return optional && text === '' ? [] : [packError('text-empty', at, '内容为空，请填写。')]
  }
  if (length > limit) return [packError('text-long', at, `文字有 ${length} 个字，超过上限 ${limit} 个字，请缩短。`)]
  if (INVISIBLE.test(text)) {
    return [packError('text-invisible', at, '含有看不见的控制字符（零宽字符、换行等），请重新键入这段文字。')]
  }
  return text.trim() === text ? [] : [packError('text-padded', at, '首尾有多余的空格，请去掉。')]
}

export const checkPackTexts = (pack: ChainPack): PackFinding[] =>
  [...headTexts(pack), ...bodyTexts(pack)].flatMap(checkText)
