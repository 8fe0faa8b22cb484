/** 建议区县: at least this 区位商 … */
export const CANDIDATE_QUOTIENT = 1.2
/** … and at least this number of enterprises, as small counties inflate the quotient. Both are our choice. */
export const CANDIDATE_ENTERPRISES = 10

export const CANDIDATE_RULE = `区位商不低于 ${CANDIDATE_QUOTIENT} 且企业不少于 ${CANDIDATE_ENTERPRISES} 家的区县标为建议`

/** Whether a county is suggested for a cluster of the chain; an unknown quotient suggests nothing. */
export const isSuggested = (quotient: number | null, enterprises: number): boolean =>
  quotient !== null && quotient >= CANDIDATE_QUOTIENT && enterprises >= CANDIDATE_ENTERPRISES
