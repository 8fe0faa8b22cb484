import type { Indicator, IndicatorCatalogue } from '@contract/indicators'

export interface ThemeGroup {
  id: string
  name: string
  template: boolean
  items: Indicator[]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')

/** What a search looks through. */
const wordsOf = ({ name, shortName, aliases, definition, owner, source, id }: Indicator) =>
  plain([name, shortName, ...aliases, definition, owner, source, id].join('\n'))

/** The themes with the entries that hold every word searched for; themes without any are left out. */
export function themeGroups({ themes, indicators }: IndicatorCatalogue, search: string): ThemeGroup[] {
  const wanted = search.split(/\s+/u).map(plain)
  const found = indicators.filter((item) => wanted.every((word) => wordsOf(item).includes(word)))
  return themes
    .map((theme) => ({ ...theme, items: found.filter((item) => item.theme === theme.id) }))
    .filter(({ items }) => items.length > 0)
}
