import { moneyText, percentText, roundHalfUp } from '../indicator/rounding'
import type { ValueForm } from './figureInput'
import { grouped } from './grouped'

export interface Amount {
  value: string | null
  form: ValueForm
  unit: string
}

const UNKNOWN = '未报送'

/** The value as it is read out: 86.40 亿元, 312 家, 36.0%, 1.50. */
export function amountText({ value, form, unit }: Amount): string {
  if (value === null) return UNKNOWN
  if (form === 'money') return groupedMoney(value)
  if (form === 'ratio') return `${percentText(value)}%`
  if (form === 'rank') return `第 ${grouped(value)} 位`
  return unit === '' ? grouped(value) : `${grouped(value)} ${unit}`
}

function groupedMoney(value: string): string {
  const [number = '', unit = ''] = moneyText(value).split(' ')
  return `${grouped(number)} ${unit}`
}

/** The value with every digit it has, for doing the sum again: 863,999.5 万元, 0.3600. */
export function exactText({ value, form, unit }: Amount): string {
  if (value === null) return UNKNOWN
  const digits = form === 'money' ? value.replace(/(\.\d*?)0+$/u, '$1').replace(/\.$/u, '') : value
  return unit === '' ? grouped(digits) : `${grouped(digits)} ${unit}`
}

/** A division as it is read: no zeros behind, and the sign that says where it was cut. */
export function cutText(value: string, digits: number): string {
  const [whole = '', fraction = ''] = roundHalfUp(value, digits).split('.')
  const kept = fraction.replace(/0+$/u, '')
  const short = kept === '' ? whole : `${whole}.${kept}`
  return (value.split('.')[1] ?? '').length > digits ? `${short}…` : short
}
