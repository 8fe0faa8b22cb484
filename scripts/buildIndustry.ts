/**
 * Builds packs/industry/gbt4754-2017.json from a table of GB/T 4754-2017 (columns code, level, name).
 * Usage: npx tsx scripts/buildIndustry.ts --from <csv>
 * Only code, level and name are taken: they are facts of the national standard; explanatory remarks are left behind.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const OUTPUT = new URL('../packs/industry/gbt4754-2017.json', import.meta.url)
/** 门类、大类、中类、小类 of the edition before 第1号修改单. */
const EXPECTED_COUNTS = [20, 97, 473, 1380]

type Row = [code: string, level: number, name: string]

/** Splits one CSV line; quoted cells may hold commas and doubled quotes, not line breaks. */
function cells(line: string): string[] {
  const found = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return found.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"').trim())
}

function readRows(csv: string): Row[] {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const header = cells(head)
  const [code, level, name] = ['code', 'level', 'name'].map((column) => header.indexOf(column))
  if (code === undefined || level === undefined || name === undefined || Math.min(code, level, name) < 0) {
    throw new Error('The table needs the columns code, level and name.')
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const row = cells(line)
      return [row[code] ?? '', Number(row[level]), row[name] ?? '']
    })
}

/** Order is meaning here: a 大类 belongs to the 门类 above it, so every row must follow its parent. */
function checkRows(rows: Row[]): void {
  const counts = EXPECTED_COUNTS.map((_, index) => rows.filter((row) => row[1] === index + 1).length)
  if (counts.join() !== EXPECTED_COUNTS.join()) throw new Error(`Unexpected class counts: ${counts.join(' / ')}`)
  const seen = new Set<string>()
  for (const [code, level, name] of rows) {
    const form = level === 1 ? /^[A-T]$/ : new RegExp(`^\\d{${level}}$`)
    if (!form.test(code) || name === '' || seen.has(code)) throw new Error(`Bad row: ${code} ${name}`)
    if (level > 2 && !seen.has(code.slice(0, -1))) throw new Error(`Row before its parent: ${code} ${name}`)
    seen.add(code)
  }
}

const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (values.from === undefined) throw new Error('Usage: npx tsx scripts/buildIndustry.ts --from <csv>')
const rows = readRows(readFileSync(values.from, 'utf8'))
checkRows(rows)
const head = {
  id: 'gbt4754-2017',
  title: '国民经济行业分类（GB/T 4754-2017）',
  edition: '2017',
  note: '2017 年版原文，未并入第1号修改单（2019 年）；门类 20、大类 97、中类 473、小类 1380。仅含代码、层级与名称。',
  columns: ['code', 'level', 'name'],
}
const classes = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
writeFileSync(OUTPUT, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "classes": [\n${classes}\n  ]\n}\n`)
console.log(`${rows.length} classes written`)
