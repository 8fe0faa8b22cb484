import { HONOUR_TIERS, type CountedTier } from '../register/honourTier'

/** The tier that a figure `honoured-…` counts; null for every other figure. */
export const tierOfFigure = (indicator: string): CountedTier | null =>
  HONOUR_TIERS.find((tier) => indicator === `honoured-${tier}`) ?? null
