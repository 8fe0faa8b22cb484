import { SourceFailure } from './failure'
import type { Principal } from './principal'

/** A value of one named enterprise (单位数据) as the principal may have it: for others it does not exist. */
export const unitValue = <T>({ seesUnits }: Principal, value: T): T | null => (seesUnits ? value : null)

/** Names of colleagues and of their files (which may hold a name): who worked on the data is no visitor's business. */
export const forStaff = <T>({ audience }: Principal, value: T): T | null => (audience === 'staff' ? value : null)

/** Why an enterprise stands on a node; what a colleague wrote by hand may hold anything, and stays inside. */
export const reasonFor = ({ seesUnits }: Principal, how: string, reason: string) =>
  seesUnits || how !== 'manual' ? reason : '人工认定'

/** Refuses what could only be answered out of 单位数据: an order, a card; `field` is where the request asks for it. */
export function requireUnits({ seesUnits }: Principal, what: string, field: string): void {
  if (!seesUnits) throw new SourceFailure('forbidden', `${what}：单个企业的数据不向访客公开`, field)
}
