import { readItemVerbs, type ItemVerbs } from './clauseVerbs'

/** 除…外 excludes, 除尘器 and 除草剂 are goods. */
export const EXCEPT = '除(?![尘臭湿锈油雾草氧磷垢霜冰雪铁渣颤虫味霉菌杂氯盐硫灰鳞静污泡鼠])|除外|除[^,;]{1,20}外'
const EXCLUDING = new RegExp(
  `^(?:但|均|以上|其中)*(?:不含|不包括|不包含|${EXCEPT}|不得|禁止|法律|国家(?:限定|禁止|法律)|依法|凭|涉及|未取得|上述|以上|按)`,
  'u',
)
export const PLANNED_NOTE = /筹建|筹备/u
const BOILERPLATE =
  /^(?:经营|自营|承办|从事|代理)?(?:和代理)?(?:本企业|本公司|本院|本厂|本集团|该院|该企业|该公司|企业自产|自产|各类商品|中外合资|生产所需|生产科研所需|科研所需|公司自产|集团|对外贸易|货物(?:及|和|与|、)?(?:技术)?的?进出口)/u

export interface ItemReading {
  verbs: ItemVerbs
  boilerplate: boolean
  excluding: boolean
  planned: boolean
}

/** Registers repeat the same items over and over (五金交电, 销售 …); remembering them halves the time of a large import. */
const READ_ITEMS = new Map<string, ItemReading>()
const READ_ITEMS_LIMIT = 20_000

export function readItem(word: string): ItemReading {
  const known = READ_ITEMS.get(word)
  if (known) return known
  const reading = {
    verbs: readItemVerbs(word),
    boilerplate: BOILERPLATE.test(word),
    excluding: EXCLUDING.test(word),
    planned: PLANNED_NOTE.test(word),
  }
  if (READ_ITEMS.size >= READ_ITEMS_LIMIT) READ_ITEMS.clear()
  READ_ITEMS.set(word, reading)
  return reading
}
