import type { IndustryCluster, IndustryClusterCard } from '@contract/industryClusters'
import { FEWEST_REPORTING, MOST_CHANGE } from '@domain/indicator/growth'
import { concentrationOf } from '@domain/cluster/concentration'
import { clusterStars, TOO_FEW } from '@domain/cluster/stars'
import { ratioOf } from '@domain/indicator/rounding'
import type { RegionRows } from './clusterRows'
import { figuresOf, type Knowledge, type UnitRow } from './figures'
import {
  clusterQuotient,
  growthBetween,
  hiddenBy,
  isComparable,
  measured,
  quotientAgainst,
  quotientBasis,
  quotientEnterprises,
  ratioText,
  yearBefore,
} from './regionMeasures'
import type { Frame } from './view'

/** What lies behind the figures of one cluster. */
export interface CardInput {
  frame: Frame
  cluster: IndustryCluster
  /** Σ over the counties. */
  own: RegionRows
  province: RegionRows
  known: Knowledge
  honours: IndustryClusterCard['honours']
  leaders: IndustryClusterCard['leaders']
  communities: IndustryClusterCard['communities']
}

/** Every figure of a cluster with the inputs it was made of. */
export function cardOf(input: CardInput): IndustryClusterCard {
  const { frame, cluster, own, province, known, honours, leaders, communities } = input
  const concentration = concentrationIn(frame, own)
  const quotient = quotientIn(own, province)
  const share = ratioOf(reported(own.subject), reported(province.subject))
  const reporting = own.subject.revenue_reporting
  return {
    cluster,
    figures: figuresOf(own.subject, known),
    concentration,
    quotient,
    growth: growthIn(frame, own),
    share: {
      enterprises: ratioText(own.subject.enterprises, province.subject.enterprises),
      provinceEnterprises: province.subject.enterprises,
      revenue: ratioText(reported(own.subject), reported(province.subject)),
      provinceRevenueWan: reported(province.subject),
      revenueSuppressed: reporting > 0 ? hiddenBy(own.subject, province.subject) : null,
    },
    honours,
    leaders,
    communities,
    stars: clusterStars({
      revenueShare: {
        value: share && share.toString(),
        enterprises: reporting,
        isHidden: hiddenBy(own.subject, province.subject) !== null,
      },
      quotient: {
        value: quotientAgainst(own, province)?.value ?? null,
        enterprises: quotientEnterprises(own, province),
        isHidden: quotient.suppressed !== null,
      },
      concentration: {
        value: concentration.fault === null ? ratioOfConcentration(own) : null,
        enterprises: reporting,
        isHidden: concentration.suppressed !== null,
      },
    }),
  }
}

const reported = (row: UnitRow) => (row.revenue_reporting > 0 ? row.revenue_wan : null)

const ratioOfConcentration = (own: RegionRows) =>
  ratioOf(reported(own.subject), reported(own.total))?.toString() ?? null

function concentrationIn({ scope }: Frame, { subject, total }: RegionRows): IndustryClusterCard['concentration'] {
  const [numeratorWan, denominatorWan] = [reported(subject), reported(total)]
  return {
    ...concentrationOf(numeratorWan, denominatorWan),
    numeratorWan,
    numeratorReporting: subject.revenue_reporting,
    denominatorWan,
    denominatorReporting: total.revenue_reporting,
    denominatorScope: scope,
    suppressed: subject.revenue_reporting > 0 ? hiddenBy(subject, total) : null,
  }
}

function quotientIn(own: RegionRows, province: RegionRows): IndustryClusterCard['quotient'] {
  const basis = quotientBasis(own.subject, province.subject)
  const byRevenue = basis === 'revenue'
  const input = (row: UnitRow) => {
    const value = measured(basis, row)
    return value === null ? null : String(value)
  }
  const quotient = clusterQuotient(own, province)
  return {
    value: quotient?.text ?? null,
    reason: quotient === null && quotientAgainst(own, province) !== null ? TOO_FEW : null,
    basis,
    part: input(own.subject),
    whole: input(own.total),
    referencePart: input(province.subject),
    referenceWhole: input(province.total),
    suppressed: byRevenue ? hiddenBy(own.subject, own.total, province.subject, province.total) : null,
  }
}

function growthIn({ period }: Frame, { subject, before }: RegionRows): IndustryClusterCard['growth'] {
  const value = growthBetween(before, subject)
  const suppressed = isComparable(before, subject) ? hiddenBy(before, subject) : null
  return {
    value,
    beforePeriod: yearBefore(period),
    beforeWan: reported(before),
    beforeReporting: before.revenue_reporting,
    nowWan: reported(subject),
    nowReporting: subject.revenue_reporting,
    reason: value === null && suppressed === null ? growthGap(before, subject) : null,
    suppressed,
  }
}

function growthGap(before: UnitRow, now: UnitRow): string {
  if (now.revenue_reporting === 0) return '本期营业收入未报送'
  if (before.revenue_reporting === 0) return '缺上年同期营业收入'
  if (Math.min(before.revenue_reporting, now.revenue_reporting) < FEWEST_REPORTING)
    return `报送企业少于 ${FEWEST_REPORTING} 家，不推算`
  if (Number(before.revenue_wan) <= 0) return '上年同期营业收入不为正，不能推算'
  return `两期报送企业由 ${before.revenue_reporting} 家变为 ${now.revenue_reporting} 家，相差超过 ${MOST_CHANGE * 100}%，不可比`
}
