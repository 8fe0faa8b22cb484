import type { LocatedBy, LocatedLevel, RowMembership } from './staged'

/** 区划定位: where an enterprise belongs. */
export interface Locator {
  locate(query: {
    province: string
    declaredCounty?: string
    declaredCity?: string
    address?: string
    creditCode?: string
  }): { code: string | null; by: LocatedBy; level: LocatedLevel; retired: boolean; note?: string }
}

/** 挂链: which nodes of which chains an enterprise works in. */
export interface Classifier {
  classify(enterprise: {
    name: string
    products?: string
    businessScope?: string
    industryCode?: string
  }): RowMembership[]
}
