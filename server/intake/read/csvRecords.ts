import { LIMITS } from './limits'
import { REFUSALS } from './refusal'

/**
 * RFC 4180 by states, fed in pieces: quotes may hold the delimiter, line breaks and doubled quotes; a quote inside an
 * unquoted field is text, as spreadsheets read it.
 */
export class CsvRecords {
  private field = ''
  private record: string[] = []
  private state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  private afterReturn = false

  constructor(private readonly delimiter: string) {}

  push(text: string, out: string[][]): void {
    let from = 0
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? ''
      if (this.state === 'quoted') {
        if (character !== '"') continue
        this.keep(text.slice(from, index))
        this.state = 'quote'
        from = index + 1
        continue
      }
      if (this.afterReturn) {
        this.afterReturn = false
        if (character === '\n') {
          from = index + 1
          continue
        }
      }
      if (character === '"' && this.state !== 'plain') {
        if (this.state === 'quote') this.keep('"')
        this.state = 'quoted'
        from = index + 1
      } else if (character === this.delimiter || character === '\n' || character === '\r') {
        this.keep(text.slice(from, index))
        this.endField()
        if (character !== this.delimiter) this.endRecord(out)
        this.afterReturn = character === '\r'
        from = index + 1
      } else this.state = 'plain'
    }
    this.keep(text.slice(from))
  }

  end(out: string[][]): void {
    // The rows behind an opening quote have all gone into one cell: counting them as read would lose them.
    if (this.state === 'quoted') throw REFUSALS.openQuote()
    if (this.field === '' && this.record.length === 0 && this.state === 'start') return
    this.endField()
    this.endRecord(out)
  }

  private keep(text: string): void {
    this.field += text
    // A quote that never closes swallows the rest of the file.
    if (this.field.length > LIMITS.cellChars) throw REFUSALS.broken(new Error('unclosed quote'))
  }

  private endField(): void {
    this.record.push(this.field)
    this.field = ''
    this.state = 'start'
    if (this.record.length > LIMITS.columns * 4) throw REFUSALS.tooManyColumns(LIMITS.columns)
  }

  private endRecord(out: string[][]): void {
    out.push(this.record)
    this.record = []
  }
}

/** The delimiter that the first lines agree on; a comma when there is nothing to tell by. */
export function sniffDelimiter(sample: string): string {
  let best = ','
  let most = 0
  for (const delimiter of [',', '\t', ';', '|']) {
    const records: string[][] = []
    try {
      new CsvRecords(delimiter).push(sample, records)
    } catch {
      continue
    }
    const widths = records
      .slice(0, 30)
      .map((record) => record.length)
      .filter((width) => width > 1)
    const usual = Math.max(0, ...widths)
    const score = widths.filter((width) => width === usual).length * 100 + widths.length * 10 + Math.min(usual, 9)
    if (widths.length > 0 && score > most) [best, most] = [delimiter, score]
  }
  return best
}
