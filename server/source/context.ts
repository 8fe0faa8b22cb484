import type { Kysely } from 'kysely'
import type { ChainPack } from '@domain/chain/pack'
import type { DisclosureRule } from '@domain/disclosure/rule'
import type { IndustryBook } from '@domain/industry/industryBook'
import type { RegionBook } from '@domain/region/regionBook'
import type { FunctionalArea } from '@domain/region/regionData'
import type { OutlineMaker } from '@server/boundaries/makeOutlines'
import type { Schema } from '@server/db/schema'
import type { Profile } from '@server/profile'
import type { SupplyNetworks } from '@server/network/supplyNetworks'
import type { PointIndexes } from '@server/tiles/pointIndexes'
import { notFound, SourceFailure } from './failure'
import type { Principal } from './principal'

/** Everything a query needs besides the database: books, packs, profiles and the clock. */
export interface SourceContext {
  db: Kysely<Schema>
  regions: RegionBook
  functionalAreas: readonly FunctionalArea[]
  industries: IndustryBook
  profiles: readonly Profile[]
  builtInPacks: readonly ChainPack[]
  pointIndexes: PointIndexes
  supplyNetworks: SupplyNetworks
  makeOutlines: OutlineMaker
  /** 抑制规则; null = every sum is public. */
  disclosure: DisclosureRule | null
  /** 审图号 that the operator declares for the bundled outlines (MAP_REVIEW_NUMBER). */
  mapReviewNumber?: string | undefined
  now: () => Date
}

export const COUNTRY = '100000'

/** Refuses a region that does not exist or lies outside what the principal may see; `field` is where the request says it. */
export function requireRegion(context: SourceContext, principal: Principal, region: string, field = 'region') {
  if (region !== COUNTRY && !context.regions.get(region)) throw notFound(`没有代码为 ${region} 的行政区划`, field)
  if (!maySee(context, principal, region)) {
    throw new SourceFailure('forbidden', `您的权限不含 ${context.regions.name(region)}`, field)
  }
}

/** 权限随区划沿革: the office of an abolished division answers for what took it over, not for a code that is no more. */
export function maySee({ regions }: SourceContext, principal: Principal, region: string): boolean {
  if (principal.region === COUNTRY) return true
  return [principal.region, ...regions.scope(principal.region)].some((root) => regions.isWithin(region, root))
}

/** 今天 by the UTC day, the day that honours, freshness and entity tags turn with. */
export const todayOf = ({ now }: Pick<SourceContext, 'now'>) => now().toISOString().slice(0, 10)

/** The province a region belongs to. */
export const provinceOf = (region: string) => `${region.slice(0, 2)}0000`

/** The profile of a region's province; provinces without their own take the default's rules. */
export function profileOf(context: SourceContext, region: string): Profile {
  const own = context.profiles.find((profile) => profile.code === provinceOf(region))
  const fallback = own ?? context.profiles.find((profile) => profile.isDefault) ?? context.profiles[0]
  if (!fallback) throw new Error('no province profile is configured')
  return fallback
}
