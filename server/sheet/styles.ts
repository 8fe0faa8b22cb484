/** What a column holds; decides the type of its cells and how a number is shown. */
export type ColumnType = 'text' | 'wrapped' | 'code' | 'integer' | 'amount' | 'number' | 'percent' | 'date'

interface CellStyle {
  format: number
  font: number
  fill: number
  border: number
  horizontal?: 'left' | 'center' | 'right'
  wrap?: boolean
}

const FORMATS: Record<number, string> = {
  164: '#,##0',
  165: '#,##0.00',
  166: '0.0%',
  167: 'yyyy-mm-dd',
  168: '#,##0.####',
}
const TEXT = 49

const body = (format: number, more: Partial<CellStyle> = {}): CellStyle => ({
  format,
  font: 0,
  fill: 0,
  border: 1,
  ...more,
})
const total = (format: number, more: Partial<CellStyle> = {}): CellStyle => ({
  ...body(format, more),
  font: 2,
  fill: 3,
})

const STYLES = {
  plain: { format: 0, font: 0, fill: 0, border: 0 },
  title: { format: TEXT, font: 1, fill: 0, border: 0, horizontal: 'center' },
  note: { format: TEXT, font: 3, fill: 0, border: 0, horizontal: 'left' },
  header: { format: TEXT, font: 2, fill: 2, border: 1, horizontal: 'center', wrap: true },
  text: body(TEXT),
  wrapped: body(TEXT, { wrap: true }),
  code: body(TEXT),
  integer: body(164),
  amount: body(165),
  number: body(168),
  percent: body(166),
  date: body(167, { horizontal: 'center' }),
  totalText: total(TEXT),
  totalInteger: total(164),
  totalAmount: total(165),
  totalNumber: total(168),
  totalPercent: total(166),
} satisfies Record<string, CellStyle>

export type StyleName = keyof typeof STYLES

const NAMES = Object.keys(STYLES)

export function styleIndex(name: StyleName): number {
  return NAMES.indexOf(name)
}

const TOTALS: Partial<Record<ColumnType, StyleName>> = {
  integer: 'totalInteger',
  amount: 'totalAmount',
  number: 'totalNumber',
  percent: 'totalPercent',
}

export function totalStyle(type: ColumnType): StyleName {
  return TOTALS[type] ?? 'totalText'
}

const font = (size: number, more: string) =>
  `<font>${more}<sz val="${size}"/><color rgb="FF1F2329"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const edge = (side: string) => `<${side} style="thin"><color rgb="FFBFC5CE"/></${side}>`

function xf(style: CellStyle): string {
  const alignment = `<alignment vertical="center"${style.horizontal ? ` horizontal="${style.horizontal}"` : ''}${style.wrap ? ' wrapText="1"' : ''}/>`
  return (
    `<xf numFmtId="${style.format}" fontId="${style.font}" fillId="${style.fill}" borderId="${style.border}" xfId="0"` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  )
}

/** xl/styles.xml: a small fixed table; cells point into it by `styleIndex`. */
export function stylesXml(): string {
  const formats = Object.entries(FORMATS).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  const styles: CellStyle[] = Object.values(STYLES)
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
    `<fonts count="4">${font(11, '')}${font(16, '<b/>')}${font(11, '<b/>')}${font(10, '')}</fonts>` +
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    `${solid('FFE8EDF5')}${solid('FFF5F7FA')}</fills>` +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    `<border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.map(xf).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}
