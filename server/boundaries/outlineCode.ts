/** Properties that hold 行政区划代码 in the files of the usual providers, surest first. */
const CODE_NAMES = [
  'adcode',
  'gb',
  'code',
  'pac',
  'xzqdm',
  'xzqhdm',
  'qhdm',
  '区划代码',
  '行政区划代码',
  '行政区代码',
  '代码',
]
const NAME_NAMES = ['name', 'xzqmc', 'xzqhmc', 'qhmc', 'mc', '名称', '行政区名称', '行政区划名称', '区划名称']

/** 156 stands for the country in 国家基础地理信息 codes; zeros behind stand for no town and no village. */
const WRITTEN_CODE = /^(?:156)?(\d{6})(?:0{3}|0{6})?$/

export type Properties = Readonly<Record<string, unknown>>

/** Six digits out of 210102, 156210102 or 210102000000; null for anything else. */
export function sixDigits(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return WRITTEN_CODE.exec(String(value).trim())?.[1] ?? null
}

/** The property that holds the code in every feature; a well-known name before any other. */
export function codeProperty(features: readonly Properties[]): string | null {
  const holds = (key: string) => features.every((properties) => sixDigits(properties[key]) !== null)
  const keys = Object.keys(features[0] ?? {})
  const known = CODE_NAMES.flatMap((name) => keys.filter((key) => key.trim().toLowerCase() === name))
  // A column of equal numbers, such as a year with zeros, is no code.
  const differ = (key: string) => features.length < 2 || new Set(features.map((one) => one[key])).size > 1
  return known.find(holds) ?? keys.find((key) => holds(key) && differ(key)) ?? null
}

/** What the file calls the division; '' when it does not say. */
export function nameIn(properties: Properties): string {
  const key = NAME_NAMES.flatMap((name) =>
    Object.keys(properties).filter((own) => own.trim().toLowerCase() === name),
  )[0]
  const value = key === undefined ? undefined : properties[key]
  return typeof value === 'string' ? value.trim() : ''
}
