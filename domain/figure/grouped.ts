/** 千分位: 1234567.5 → 1,234,567.5. */
export function grouped(decimal: string | number): string {
  const [whole = '', fraction] = String(decimal).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/gu, ',')
  return fraction === undefined ? text : `${text}.${fraction}`
}
