/** 工作表名: at most 31 characters (UTF-16 units, as Excel counts), none of []:*?/\, no quote at an end, never empty. */
export function sheetName(wanted: string, taken: ReadonlySet<string> = new Set()): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\u0000-\u001f]/gu, '')
    .replace(/^'+|'+$/gu, '')
    .trim()
  const base = /^history$/iu.test(clean) || clean === '' ? `${clean || '表'}1` : clean
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : `(${copy})`
    const name = `${cutUnits(base, 31 - suffix.length)}${suffix}`
    if (![...taken].some((other) => other.toLowerCase() === name.toLowerCase())) return name
  }
}

/** Cut without leaving half a surrogate pair. */
function cutUnits(text: string, units: number): string {
  let cut = ''
  for (const character of text) {
    if (cut.length + character.length > units) break
    cut += character
  }
  return cut
}

/** 区域_主题_期别_yyyymmdd.xlsx; every character a file system somewhere refuses is left out. */
export function safeFileName(parts: readonly string[], date: Date, extension: string): string {
  const clean = parts
    .map((part) =>
      part
        .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((part) => part !== '')
  const stem = cutUnits(clean.join('_').replace(/^\.+/u, ''), 80).replace(/[. ]+$/u, '') || '导出'
  const day = `${date.getFullYear()}${String(date.getMonth() + 1).padStart(2, '0')}${String(date.getDate()).padStart(2, '0')}`
  return `${stem}_${day}.${extension.replace(/[^a-z0-9]/giu, '')}`
}

/** 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
