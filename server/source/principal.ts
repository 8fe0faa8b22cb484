import { COUNTRY } from './context'

/** Who asks: every read and write passes one, and sees no more than its region. */
export interface Principal {
  id: string
  name: string
  /** Root of what may be seen; 100000 is the whole country. */
  region: string
  /** 访客 read the public side of everything and change nothing. */
  audience: Audience
  /** 单位数据: revenue, amounts and every other reported measure of one named enterprise. */
  seesUnits: boolean
}

export type Audience = 'staff' | 'visitor'

/** Until accounts exist the product serves the person at this machine. */
export const LOCAL_PRINCIPAL: Principal = {
  id: 'local',
  name: '本机用户',
  region: COUNTRY,
  audience: 'staff',
  seesUnits: true,
}

/** 访客模式: the same person with a guest at the screen. */
export const asVisitor = (principal: Principal): Principal => ({
  ...principal,
  name: `${principal.name}（访客模式）`,
  audience: 'visitor',
  seesUnits: false,
})

/**
 * A province as a yardstick: 位次, 占比 and 区位商 of a region need its sums, which whoever may see the region may hear of
 * in this form only.
 */
export const asYardstick = (principal: Principal): Principal => ({ ...principal, region: COUNTRY })
