import { ChainPackDocument } from '@contract/chains'
import type { ChainPack } from '@domain/chain/pack'
import zhCN from 'zod/v4/locales/zh-CN.js'

/** A pack is text; one that is larger than this is something else. */
const MAX_PACK_BYTES = 4 * 1024 * 1024
const SHOWN_FAULTS = 20

export type PackReading = { pack: ChainPack; faults: null } | { pack: null; faults: { at: string; message: string }[] }

const refuse = (message: string): PackReading => ({ pack: null, faults: [{ at: '', message }] })

const words = zhCN().localeError

/** Reads an uploaded 产业链包: is it JSON, has it the shape? Its meaning is judged by the server. */
export function readPackText(text: string): PackReading {
  if (text.length > MAX_PACK_BYTES) return refuse('文件太大，不像产业链包；请选择从本页下载并修改过的 .json 文件')
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return refuse('文件不是有效的 JSON：可能漏了逗号、引号或括号；请选择从本页下载并修改过的 .json 文件')
  }
  const parsed = ChainPackDocument.safeParse(data, { error: words })
  if (parsed.success) return { pack: parsed.data, faults: null }
  const faults = parsed.error.issues
    .slice(0, SHOWN_FAULTS)
    .map(({ path, message }) => ({ at: path.join('/'), message: faultWords(path, message) }))
  return { pack: null, faults }
}

/** The library's own word for a value outside a list says too little. */
function faultWords(path: readonly PropertyKey[], message: string): string {
  if (path[path.length - 1] === 'weight') return '应为 1（一般）、2（重要）或 3（关键）'
  return message === '无效输入' ? '取值不合要求' : message
}

export function packText(pack: ChainPack): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}

export const packFileName = ({ name, edition }: Pick<ChainPack, 'name' | 'edition'>) =>
  `产业链包_${name}_${edition}.json`.replace(/[\\/:*?"<>|]/g, '_')
