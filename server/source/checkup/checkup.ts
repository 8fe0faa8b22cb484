import type { z } from 'zod'
import type { Checkup, CheckupQuery } from '@contract/checkup'
import {
  agedHonours,
  negativeRevenue,
  revenueJumps,
  sameNames,
  twoPlaces,
  zeroRevenue,
} from '@domain/checkup/enterpriseFindings'
import { figureParts } from '@domain/checkup/figureParts'
import type { CheckPart } from '@domain/checkup/finding'
import { report } from '@domain/checkup/report'
import { agedRegister, looseRegister, unreportedRevenue } from '@domain/checkup/registerFindings'
import { registerBeyondReported } from '@domain/checkup/registerSums'
import { THRESHOLD_WORDS } from '@domain/checkup/thresholds'
import type { ChainPack } from '@domain/chain/pack'
import type { FigureSheet } from '@domain/checkup/figureSheet'
import { readClusters } from '../clusters'
import { COUNTRY, todayOf, type SourceContext } from '../context'
import { invalid, SourceFailure } from '../failure'
import type { Principal } from '../principal'
import { frameOf, viewOf, type Frame } from '../view'
import { datasetOf } from './datasetOf'
import { walkOf } from './enterpriseBase'
import { readExpiredHonours } from './expiredHonours'
import { readOddRevenue } from './oddRevenue'
import { readRegister, sumsOf } from './readRegister'
import { placesOf, readSheet } from './readSheet'
import { readSameNames, readTwoPlaces } from './repeatedEnterprises'

/** 会前体检: everything that would embarrass at the table, of one region and what lies below it. */
export async function readCheckup(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof CheckupQuery>,
): Promise<Checkup> {
  if (principal.audience === 'visitor') throw new SourceFailure('forbidden', '会前体检不向访客开放')
  if (query.region === COUNTRY) throw invalid('体检按省、市、县进行，请选择一个地区', 'region')
  const dataset = query.dataset ?? (await datasetOf(context, query.region))
  const frame = await frameOf(context, principal, { ...query, dataset })
  const { view, pack } = await viewOf(context, frame, query.chain)
  const sheet = await readSheet(context, dataset, placesOf(context, frame.region))
  const parts = [
    ...figureParts(sheet, todayOf(context)),
    ...(await registerParts(context, principal, { frame, pack, sheet })),
  ]
  return { view, checkedAt: context.now().toISOString(), ...report(parts), thresholds: [...THRESHOLD_WORDS] }
}

interface Subject {
  frame: Frame
  pack: ChainPack
  sheet: FigureSheet
}

async function registerParts(
  context: SourceContext,
  principal: Principal,
  { frame, pack, sheet }: Subject,
): Promise<CheckPart[]> {
  const { region, period, scope, mode, dataset } = frame
  const clusters = await readClusters(context, principal, { region, chain: pack.id, period, scope, mode, dataset })
  const reading = await readRegister(context, frame, pack, clusters)
  const wish = { frame, chain: pack.id, chainName: pack.name, onChain: reading.chain.enterprises }
  const walk = await walkOf(context, { ...wish, enterprises: reading.register.enterprises })
  const parts = [
    agedRegister(reading, todayOf(context)),
    agedHonours(await readExpiredHonours(context, walk), reading.region),
    unreportedRevenue(reading),
    registerBeyondReported(sheet, sumsOf(frame, pack, clusters), period),
    sameNames(await readSameNames(context, walk)),
    twoPlaces(await readTwoPlaces(context, walk)),
    looseRegister(reading),
  ]
  if (!principal.seesUnits) return parts
  const { jumps, negative, zero } = await readOddRevenue(context, walk)
  return [...parts, revenueJumps(jumps, period), negativeRevenue(negative, period), zeroRevenue(zero, period)]
}
