import type { z } from 'zod'
import type { AnalysisQuery, QuadrantQuery, RankingQuery } from '@contract/analysis'
import type { RowsQuery } from '@contract/batches'
import type { BoundaryFields } from '@contract/boundaries'
import type { ClusterQuery } from '@contract/clusters'
import type { BriefQuery } from '@contract/brief'
import type { CheckupQuery } from '@contract/checkup'
import type { CompareQuery, PeerQuery } from '@contract/compare'
import type { Dataset } from '@contract/common'
import type { EnterpriseQuery, OverrideRequest, SearchQuery } from '@contract/enterprises'
import type {
  CandidateQuery,
  IndustryClusterChange,
  IndustryClusterCreation,
  IndustryClusterProfileQuery,
  IndustryClusterQuery,
} from '@contract/industryClusters'
import type { HonourCandidateQuery, HonourQuery, PrescreeningQuery } from '@contract/honours'
import type { RegionFigureQuery } from '@contract/regionFigures'
import type { SelectionQuery } from '@contract/selection'
import type { EgoQuery, LinkQuery, NetworkQuery, PartyQuery, PathQuery } from '@contract/supply'
import type { OutlineUpload } from '@server/boundaries/receiveOutlines'
import { listBatches, overrideRow, publishBatch, readBatch, readRows, withdrawBatch } from './batches'
import { readBoard } from './board'
import { listBoundaries, readOutlineFile } from './boundaries'
import { importBoundary, removeBoundary } from './boundaryChanges'
import { listChains, readPack } from './chains'
import { readBrief } from './brief/brief'
import { readCheckup } from './checkup/checkup'
import { readClusters } from './clusters'
import { readClusterStory } from './clusterStory'
import { readComparison } from './compare'
import { readPeers } from './comparePeers'
import { readConcentration } from './concentration'
import type { SourceContext } from './context'
import { listEnterprises } from './enterprises'
import { overrideMembership, readEnterprise } from './enterpriseDetail'
import { readFigureCard } from './figureCard'
import { readHonourCandidates } from './honourCandidates'
import { readHonourSummary } from './honourSummary'
import { readPrescreening } from './prescreening'
import { readClusterCandidates } from './industryClusterCandidates'
import { changeIndustryCluster, createIndustryCluster, setRemoved } from './industryClusterChanges'
import { readIndicators } from './indicators'
import { readIndustryCluster } from './industryClusterProfile'
import { listIndustryClusters } from './industryClusters'
import { readPanorama, type PanoramaQuery } from './panorama'
import { createPoints } from './points'
import type { Principal } from './principal'
import { readQuadrant } from './quadrant'
import { readRanking } from './ranking'
import { listProvinces, readCoverage, readRegion } from './regions'
import { readRegionFigures } from './regionFigures'
import { search } from './search'
import { readSelection } from './selection'
import { readShiftShare } from './shiftShare'
import { readNetwork, readParties, readPath } from './supply'
import { supplyStudies } from './supplyStudies'
import { readFirmFigures } from './supplyFigures'
import { readLink } from './supplyLink'
import { readPrintedNetwork } from './supplyPrint'

/**
 * The one way to data: every method takes the principal first, so there is no read without a scope. The same source
 * serves PostgreSQL, the embedded database and the browser mock.
 */
export function createSource(context: SourceContext) {
  return {
    context,
    provinces: (who: Principal) => listProvinces(context, who),
    region: (who: Principal, code: string) => readRegion(context, who, code),
    coverage: (who: Principal, code: string) => readCoverage(context, who, code),
    chains: (who: Principal, region: string) => listChains(context, who, region),
    pack: (_who: Principal, chain: string, edition?: string) => readPack(context, chain, edition),
    panorama: (who: Principal, query: PanoramaQuery) => readPanorama(context, who, query),
    clusters: (who: Principal, query: z.output<typeof ClusterQuery>) => readClusters(context, who, query),
    clusterStory: (who: Principal, query: Omit<z.output<typeof ClusterQuery>, 'level'>) =>
      readClusterStory(context, who, query),
    comparison: (who: Principal, query: z.output<typeof CompareQuery>) => readComparison(context, who, query),
    peers: (who: Principal, query: z.output<typeof PeerQuery>) => readPeers(context, who, query),
    industryClusters: (who: Principal, query: z.output<typeof IndustryClusterQuery>) =>
      listIndustryClusters(context, who, query),
    industryCluster: (who: Principal, id: string, query: z.output<typeof IndustryClusterProfileQuery>) =>
      readIndustryCluster(context, who, id, query),
    clusterCandidates: (who: Principal, query: z.output<typeof CandidateQuery>) =>
      readClusterCandidates(context, who, query),
    createIndustryCluster: (who: Principal, request: z.output<typeof IndustryClusterCreation>) =>
      createIndustryCluster(context, who, request),
    changeIndustryCluster: (who: Principal, id: string, request: z.output<typeof IndustryClusterChange>) =>
      changeIndustryCluster(context, who, id, request),
    setIndustryClusterRemoved: (who: Principal, id: string, isRemoved: boolean) =>
      setRemoved(context, who, id, isRemoved),
    selection: (who: Principal, query: z.output<typeof SelectionQuery>) => readSelection(context, who, query),
    points: createPoints(context),
    figureCard: (who: Principal, ref: string) => readFigureCard(context, who, ref),
    honourSummary: (who: Principal, query: z.output<typeof HonourQuery>) => readHonourSummary(context, who, query),
    honourCandidates: (who: Principal, query: z.output<typeof HonourCandidateQuery>) =>
      readHonourCandidates(context, who, query),
    prescreening: (who: Principal, code: string, query: z.output<typeof PrescreeningQuery>) =>
      readPrescreening(context, who, code, query),
    search: (who: Principal, query: z.output<typeof SearchQuery>) => search(context, who, query),
    enterprises: (who: Principal, query: z.output<typeof EnterpriseQuery>) => listEnterprises(context, who, query),
    enterprise: (who: Principal, code: string, dataset?: Dataset) => readEnterprise(context, who, code, dataset),
    overrideMembership: (who: Principal, request: OverrideRequest) => overrideMembership(context, who, request),
    board: (who: Principal, query: PanoramaQuery) => readBoard(context, who, query),
    indicators: (_who: Principal) => readIndicators(),
    ranking: (who: Principal, query: z.output<typeof RankingQuery>) => readRanking(context, who, query),
    quadrant: (who: Principal, query: z.output<typeof QuadrantQuery>) => readQuadrant(context, who, query),
    shiftShare: (who: Principal, query: z.output<typeof AnalysisQuery>) => readShiftShare(context, who, query),
    concentration: (who: Principal, query: z.output<typeof AnalysisQuery>) => readConcentration(context, who, query),
    regionFigures: (who: Principal, query: z.output<typeof RegionFigureQuery>) =>
      readRegionFigures(context, who, query),
    brief: (who: Principal, query: z.output<typeof BriefQuery>) => readBrief(context, who, query),
    checkup: (who: Principal, query: z.output<typeof CheckupQuery>) => readCheckup(context, who, query),
    ...supplyOf(context),
    ...supplyStudies(context),
    ...batchesOf(context),
    boundaries: (who: Principal) => listBoundaries(context, who),
    importBoundary: (who: Principal, fields: z.output<typeof BoundaryFields>, upload: OutlineUpload) =>
      importBoundary(context, who, fields, upload),
    outlines: (who: Principal, province: string) => readOutlineFile(context, who, province),
    removeBoundary: (who: Principal, province: string) => removeBoundary(context, who, province),
  }
}

/** 供应网络. */
const supplyOf = (context: SourceContext) => ({
  supplyParties: (who: Principal, query: z.output<typeof PartyQuery>) => readParties(context, who, query),
  supplyNetwork: (who: Principal, query: z.output<typeof NetworkQuery>) => readNetwork(context, who, query),
  supplyPath: (who: Principal, query: z.output<typeof PathQuery>) => readPath(context, who, query),
  printedNetwork: (who: Principal, query: z.output<typeof NetworkQuery>) => readPrintedNetwork(context, who, query),
  supplyLink: (who: Principal, query: z.output<typeof LinkQuery>) => readLink(context, who, query),
  firmFigures: (who: Principal, query: z.output<typeof EgoQuery>, wish?: { isWhole?: boolean }) =>
    readFirmFigures(context, who, query, wish),
})

/** 批次 after they were read: looked at, let through, published, withdrawn. */
const batchesOf = (context: SourceContext) => ({
  batches: (who: Principal) => listBatches(context, who),
  batch: (who: Principal, id: string) => readBatch(context, who, id),
  rows: (who: Principal, id: string, query: z.output<typeof RowsQuery>) => readRows(context, who, id, query),
  overrideRow: (who: Principal, id: string, row: number, reason: string) => overrideRow(context, who, id, row, reason),
  publish: (who: Principal, id: string) => publishBatch(context, who, id),
  withdraw: (who: Principal, id: string) => withdrawBatch(context, who, id),
})

export type Source = ReturnType<typeof createSource>
