const MB = 1024 * 1024

/** What the reader bears. Counted while reading as well: sizes in a zip directory are claims. */
export const LIMITS = {
  fileBytes: 100 * MB,
  dataRows: 200_000,
  columns: 512,
  /** Characters of one cell; a spreadsheet cell holds 32,767. */
  cellChars: 100_000,
  zipEntries: 2_000,
  inflatedBytes: 2048 * MB,
  /** Shared strings are held in memory: 512 MB of UTF-8 hanzi are about 340 MB of strings. */
  sharedStringBytes: 512 * MB,
  /** A part larger than `ratioFromBytes` that shrinks more than this is made to harm. */
  ratio: 200,
  ratioFromBytes: 50 * MB,
  /** Parts that are parsed as a whole: workbook.xml, styles.xml, relationships. */
  smallPartBytes: 32 * MB,
} as const
