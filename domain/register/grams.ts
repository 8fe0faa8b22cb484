/** Parts of names that nearly every company has: searching by them would read the whole index. */
const STOP = new Set(['有限', '限公', '公司', '责任', '限责', '任公', '股份', '份有', '集团'])

/**
 * 二元组: the distinct pairs of neighbouring characters of a name, without blanks and stop pairs. Two-character Chinese
 * searches are the common case and no trigram index helps them.
 */
export function gramsOf(text: string): string[] {
  const signs = [...text.normalize('NFKC').toUpperCase().replace(/\s+/gu, '')]
  const grams = new Set<string>()
  for (let i = 0; i + 1 < signs.length; i += 1) {
    const gram = `${signs[i]}${signs[i + 1]}`
    if (!STOP.has(gram)) grams.add(gram)
  }
  return [...grams]
}
