/** 供应关系里一家企业的数: what a card can be opened for. */
export const PARTY_FIGURES = [
  'firm-local-rate-county',
  'firm-local-rate-city',
  'firm-local-rate-province',
  'firm-local-rate-county-amount',
  'firm-local-rate-city-amount',
  'firm-local-rate-province-amount',
  'firm-suppliers',
  'firm-city-suppliers',
  'firm-buyers',
  'firm-purchases',
  'firm-sales',
  'firm-top-supplier',
  'firm-top-buyer',
  'firm-single-source',
  'firm-multi-chain',
  // 整零共同体 over so many tiers.
  'firm-community-1',
  'firm-community-2',
  'firm-community-3',
  'firm-community-4',
] as const
export type PartyFigure = (typeof PARTY_FIGURES)[number]

export const isPartyFigure = (indicator: string): indicator is PartyFigure =>
  (PARTY_FIGURES as readonly string[]).includes(indicator)

const CREDIT_CODE = /^[0-9A-Z]{18}$/u
const NAME = 'name:'
const NAMED = /^n(?:-[0-9a-z]{1,4})+$/u
const BASE = 36

/**
 * A party (credit code, or `name:` and a name) as a part of a reference, which holds letters, digits and hyphens only: the code
 * itself, or the code points of the name.
 */
export function partyUnit(id: string): string {
  if (!id.startsWith(NAME)) return id
  return ['n', ...[...id.slice(NAME.length)].map((sign) => (sign.codePointAt(0) ?? 0).toString(BASE))].join('-')
}

const HIGHEST = 0x10ffff

/** null for anything but what `partyUnit` writes. */
export function partyOfUnit(unit: string): string | null {
  if (CREDIT_CODE.test(unit)) return unit
  if (!NAMED.test(unit)) return null
  const points = unit
    .split('-')
    .slice(1)
    .map((text) => parseInt(text, BASE))
  if (points.some((point) => point > HIGHEST)) return null
  const id = `${NAME}${String.fromCodePoint(...points)}`
  return partyUnit(id) === unit ? id : null
}
