import { COUNTRY } from './context'

/** Who asks: every read and write passes one, and sees no more than its region. */
export interface Principal {
  id: string
  name: string
  /** Root of what may be seen; 100000 is the whole country. */
  region: string
}

/** Until accounts exist the product serves the person at this machine. */
export const LOCAL_PRINCIPAL: Principal = { id: 'local', name: '本机用户', region: COUNTRY }

/**
 * A province as a yardstick: 位次, 占比 and 区位商 of a region need its sums, which whoever may see the region may hear of
 * in this form only.
 */
export const asYardstick = (principal: Principal): Principal => ({ ...principal, region: COUNTRY })
