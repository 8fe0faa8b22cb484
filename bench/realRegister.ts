import { existsSync, readFileSync } from 'node:fs'
import { parseCsvText } from './csvText'

export interface RegisterRow {
  creditCode: string
  name: string
  businessScope: string
}

/** Public test data beside the repository; absent on most machines. */
const DATA = new URL('../../shared/data/', import.meta.url)

/** Rows of a real register, or null with one line on the console when the data is not on this machine. */
export function readRealRegister(file: string): RegisterRow[] | null {
  const path = new URL(file, DATA)
  if (!existsSync(path)) {
    console.log(`skipped: ${file} is not on this machine`)
    return null
  }
  const [header = [], ...rows] = parseCsvText(readFileSync(path, 'utf8'))
  const column = (title: string) => header.indexOf(title)
  const [code, name, scope] = [column('统一社会信用代码'), column('企业名称'), column('经营范围')]
  return rows.map((row) => ({ creditCode: row[code] ?? '', name: row[name] ?? '', businessScope: row[scope] ?? '' }))
}
