/** Key of one reading of regions: today's, or those valid at the end of a period. */
export const modeKey = (mode: string, period: string) => (mode === 'current' ? 'current' : `asof:${period}`)
