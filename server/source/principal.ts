/** Who asks: every read and write passes one, and sees no more than its region. */
export interface Principal {
  id: string
  name: string
  /** Root of what may be seen; 100000 is the whole country. */
  region: string
}

/** Until accounts exist the product serves the person at this machine. */
export const LOCAL_PRINCIPAL: Principal = { id: 'local', name: '本机用户', region: '100000' }
