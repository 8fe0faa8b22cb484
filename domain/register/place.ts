import type { Classifier, Locator } from './ports'
import type { LocatedBy, LocatedLevel, Problem, RowMembership } from './staged'

export interface Placed {
  countyFound: string | null
  locatedBy: LocatedBy
  locatedLevel: LocatedLevel | null
  memberships: RowMembership[]
  problems: Problem[]
}

/** 定位 and 挂链 of one enterprise. */
export function place(
  enterprise: {
    name: string | null
    creditCode: string | null
    texts: Record<string, string>
    industryCode: string | null
  },
  { province, locator, classifier }: { province: string; locator: Locator; classifier: Classifier },
): Placed {
  const { texts } = enterprise
  const found = locator.locate({
    province,
    declaredCounty: texts['county'],
    declaredCity: texts['city'],
    address: texts['address'],
    creditCode: enterprise.creditCode ?? undefined,
  })
  const memberships = classifier.classify({
    name: enterprise.name ?? '',
    products: texts['products'],
    businessScope: texts['businessScope'],
    industryCode: enterprise.industryCode ?? undefined,
  })
  const located = found.code !== null && found.by !== 'none'
  return {
    countyFound: located ? found.code : null,
    locatedBy: located ? found.by : 'none',
    locatedLevel: located ? found.level : null,
    memberships,
    problems: placeProblems(found, located, province),
  }
}

function placeProblems(found: ReturnType<Locator['locate']>, located: boolean, province: string): Problem[] {
  const note = found.note ? `（${found.note}）` : ''
  const problem = (code: string, message: string): Problem => ({ level: 'warning', field: 'county', code, message })
  if (!located) return [problem('county-unknown', `未能确定所属区县${note}；请补填所属区县或完整的注册地址`)]
  // Kept at its true place: it then counts there, not in the province of the file.
  if (found.code?.slice(0, 2) !== province.slice(0, 2)) {
    return [
      problem(
        'county-outside',
        `所在地在本批次省份之外${note}，按其所在地统计；如省份选错请重新导入，如地址有误请更正`,
      ),
    ]
  }
  if (found.level !== 'county') {
    return [problem('county-partial', `只能确定到${found.level === 'city' ? '市' : '省'}${note}；请补填所属区县`)]
  }
  // The digits of a code name the office of first registration: an inference, and rightly often an abolished division.
  if (found.by === 'code') {
    return [problem('county-by-code', `区县按信用代码的登记机关推断${note}，企业可能已迁址；请补填所属区县或注册地址`)]
  }
  if (found.retired) return [problem('county-retired', `所写区划已撤并或更名${note}；请核对`)]
  return []
}
