import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import { isPartyFigure } from '@domain/figure/partyFigures'
import { PARTY_MISSING } from './figureCardSupplyFirmMeanings'
import { SUPPLY_MISSING } from './figureCardSupplyMeanings'
import { tierOfFigure } from '@domain/figure/honourFigures'

export interface Missing {
  reason: string
  remedy: string
}

const NO_REVENUE: Missing = {
  reason: '没有企业报送本统计期的营业收入',
  remedy: '在“数据接入”导入带营业收入列的企业名录并发布',
}

const WORDS: Partial<Record<FigureIndicator, Missing>> = {
  'above-scale': {
    reason: '没有企业报送“是否纳入统计范围”',
    remedy: '在“数据接入”导入带“是否纳入统计范围”列的企业名录并发布',
  },
  honoured: { reason: '没有导入荣誉名单', remedy: '在“数据接入”导入荣誉名单并发布' },
  leaders: { reason: '没有导入本链的链主名单', remedy: '在“数据接入”导入链主名单并发布' },
  revenue: NO_REVENUE,
  concentration: NO_REVENUE,
  'link-rate-revenue': NO_REVENUE,
  'location-quotient': {
    reason: '本地区或对照地区的名录里没有可比的数，区位商未计算',
    remedy: '导入本地区与对照地区的企业名录并发布',
  },
  ...SUPPLY_MISSING,
  'revenue-growth': { reason: '', remedy: '两期都导入同一批企业的营业收入并发布，才能推算' },
}

const NO_HONOURS = WORDS.honoured

/** 缺: why there is no number, and what to do about it. Missing is never zero. */
export function missingWords({ indicator }: FigureRef, refusal: string | null): Missing {
  if (isPartyFigure(indicator)) return { ...PARTY_MISSING, reason: refusal ?? PARTY_MISSING.reason }
  const known = (tierOfFigure(indicator) === null ? WORDS[indicator] : NO_HONOURS) ?? {
    reason: '没有可以计算的数据',
    remedy: '在“数据接入”导入企业名录并发布',
  }
  return { reason: refusal ?? known.reason, remedy: known.remedy }
}
