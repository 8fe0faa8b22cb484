import type { ChainNode, ChainPack } from './pack'
import { codePoints, packError, packWarning, type PackFinding } from './packFinding'

const MIN_KEYWORD = 2

/** The form in which texts are compared with keywords. */
const folded = (word: string): string => word.normalize('NFKC').toLowerCase()

function checkWord(word: string, at: string): PackFinding[] {
  if (codePoints(word) < MIN_KEYWORD) {
    return [packError('keyword-short', at, `关键词“${word}”只有一个字，会误中其他词，请改用两个字以上的产品词。`)]
  }
  if (word.normalize('NFKC') === word) return []
  const message = `关键词“${word}”含全角字母数字或兼容字符，永远匹配不上，请改为“${word.normalize('NFKC')}”。`
  return [packError('keyword-form', at, message)]
}

function checkOwnRepeats(node: ChainNode): PackFinding[] {
  const seen = new Set<string>()
  return (['keywords', 'weakKeywords'] as const).flatMap((list) =>
    (node[list] ?? []).flatMap((word, index) => {
      const repeated = seen.has(folded(word))
      seen.add(folded(word))
      const at = `nodes/${node.id}/${list}/${index}`
      return repeated ? [packWarning('keyword-repeated', at, `“${word}”在本环节重复出现，请只留一处。`)] : []
    }),
  )
}

function checkExcludes(node: ChainNode): PackFinding[] {
  const words = [...node.keywords, ...(node.weakKeywords ?? [])].map(folded)
  return (node.excludes ?? []).flatMap((exclude, index) => {
    if (words.some((word) => folded(exclude).includes(word))) return []
    const message = `排除词“${exclude}”不含本环节的任何关键词，不起作用，请改写或删除。`
    return [packWarning('exclude-idle', `nodes/${node.id}/excludes/${index}`, message)]
  })
}

function checkNodeWords(node: ChainNode): PackFinding[] {
  const lists = ['keywords', 'weakKeywords', 'excludes'] as const
  const words = lists.flatMap((list) =>
    (node[list] ?? []).flatMap((word, index) => checkWord(word, `nodes/${node.id}/${list}/${index}`)),
  )
  const missing = packError(
    'keyword-missing',
    `nodes/${node.id}/keywords`,
    `环节“${node.name}”没有关键词，请至少填写一个产品词。`,
  )
  return [...(node.keywords.length === 0 ? [missing] : []), ...words, ...checkOwnRepeats(node), ...checkExcludes(node)]
}

/** The same deciding keyword in two nodes sends every such enterprise to both. */
function checkShared(pack: ChainPack): PackFinding[] {
  const owner = new Map<string, ChainNode>()
  return pack.nodes.flatMap((node) =>
    node.keywords.flatMap((word, index) => {
      const first = owner.get(folded(word)) ?? node
      owner.set(folded(word), first)
      if (first === node) return []
      const message = `“${word}”同时是“${first.name}”和“${node.name}”的关键词，请只留在一个环节，或改为弱关键词。`
      return [packWarning('keyword-shared', `nodes/${node.id}/keywords/${index}`, message)]
    }),
  )
}

export const checkPackWords = (pack: ChainPack): PackFinding[] => [
  ...pack.nodes.flatMap(checkNodeWords),
  ...checkShared(pack),
]
