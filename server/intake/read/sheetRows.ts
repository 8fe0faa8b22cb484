import type { CellNote, RawRow } from '@domain/register/mapping'
import { serialToIso } from './dates'
import { LIMITS } from './limits'
import { REFUSALS } from './refusal'
import { RichText, unescapeCell } from './sharedStrings'
import { parseXml } from './xml'

export interface CellBook {
  strings: string[]
  dateStyles: boolean[]
  date1904: boolean
}

/** From here on a number has lost digits: spreadsheets keep fifteen. */
const FIFTEEN_DIGITS = 1e15
/** Of any spreadsheet program. */
const LAST_ROW = 1_048_576

/** The digits a person sees: 0.1+0.2 is 0.3, 9.121E17 is written out. */
export function numberText(value: string): { text: string; long: boolean } {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value, long: false }
  return { text: plainDecimal(Number(number.toPrecision(15))), long: Math.abs(number) >= FIFTEEN_DIGITS }
}

/** 1.5e-7 → 0.00000015, 9.1e+17 → 910000000000000000; digits beyond the fifteenth are zeros, as the spreadsheet shows. */
function plainDecimal(number: number): string {
  if (number !== 0 && Math.abs(number) < 1e15 && Math.abs(number) >= 1e-6) return String(number)
  const [mantissa = '', exponent = '0'] = number.toExponential(14).split('e')
  const digits = mantissa.replace(/[-.]/gu, '').replace(/0+$/u, '') || '0'
  const sign = number < 0 ? '-' : ''
  const places = Number(exponent)
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${digits}`
  return `${sign}${digits.padEnd(places + 1, '0')}`
}

/** AB12 → 27; −1 for a reference that is none. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return column - 1
}

/** Turns the events of a worksheet part into rows. */
class RowAssembler {
  readonly ready: RawRow[] = []
  private readonly rich = new RichText()
  private readonly value: string[] = []
  private cells: string[] = []
  private notes: CellNote[] = []
  private row = 0
  private column = -1
  private type = 'n'
  private style = 0
  private inValue = false
  private formula = false
  private filled = false

  constructor(private readonly book: CellBook) {}

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'c':
        return this.openCell(attributes)
      case 'v':
        this.inValue = true
        return
      case 'row':
        this.row = attributes['r'] ? Number(attributes['r']) : this.row + 1
        if (!(this.row >= 1 && this.row <= LAST_ROW)) throw REFUSALS.broken()
        this.cells = []
        this.notes = []
        this.column = -1
        this.filled = false
        return
      case 'f':
        this.formula = true
        return
      default:
        this.rich.open(name)
    }
  }

  private openCell(attributes: Record<string, string>): void {
    this.column = attributes['r'] ? columnOf(attributes['r']) : this.column + 1
    this.type = attributes['t'] ?? 'n'
    this.style = Number(attributes['s'] ?? 0)
    this.formula = false
    this.value.length = 0
    this.rich.start()
  }

  text(text: string): void {
    if (this.inValue) this.value.push(text)
    else this.rich.text(text)
  }

  close(name: string): void {
    switch (name) {
      case 'v':
        this.inValue = false
        return
      case 'c':
        return this.closeCell()
      case 'row':
        if (!this.filled) return
        this.ready.push(
          this.notes.length > 0
            ? { row: this.row, cells: this.cells, notes: this.notes }
            : { row: this.row, cells: this.cells },
        )
        return
      default:
        this.rich.close(name)
    }
  }

  private closeCell(): void {
    const text = this.cellText()
    if (this.formula && text !== '') this.note('formula')
    if (text === '' && this.notes[this.notes.length - 1]?.column !== this.column) return
    // Styled emptiness far to the right is common; content there is not a register.
    if (this.column >= LIMITS.columns) throw REFUSALS.tooManyColumns(LIMITS.columns)
    if (this.column < 0) throw REFUSALS.broken()
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = text
    if (text.trim() !== '') this.filled = true
  }

  private note(kind: CellNote['kind']): void {
    this.notes.push({ column: this.column, kind })
  }

  private cellText(): string {
    if (this.type === 'inlineStr') return this.rich.take()
    const value = this.value.join('')
    switch (this.type) {
      case 's':
        return this.book.strings[Number(value)] ?? ''
      case 'str':
        return unescapeCell(value)
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE'
      case 'e':
        this.note('error')
        return ''
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '')
      default:
        return this.numberCell(value)
    }
  }

  private numberCell(value: string): string {
    if (value === '') return ''
    if (this.book.dateStyles[this.style] === true) {
      const date = serialToIso(Number(value), this.book.date1904)
      if (date !== null) return date
    }
    const { text, long } = numberText(value)
    if (long) this.note('long-number')
    return text
  }
}

/** Rows of a worksheet part as it is inflated. */
export async function* readSheetRows(
  stream: ReadableStream<Uint8Array>,
  book: CellBook,
  signal?: AbortSignal,
): AsyncGenerator<RawRow> {
  const assembler = new RowAssembler(book)
  for await (const _piece of parseXml(stream, assembler, signal)) {
    yield* assembler.ready
    assembler.ready.length = 0
  }
}
