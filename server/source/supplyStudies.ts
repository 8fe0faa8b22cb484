import type { z } from 'zod'
import type { CriticalityQuery } from '@contract/criticality'
import type { NameDecision, NameQuery, NameUndo } from '@contract/supplyNames'
import type { SnapshotCompareQuery, SnapshotCreation, SnapshotListQuery } from '@contract/supplySnapshots'
import type { SourceContext } from './context'
import type { Principal } from './principal'
import { readCriticality } from './supplyCriticality'
import { createKnockOuts } from './supplyKnockOut'
import { decideNameRow, readMatching, readNamePage, undoNameRow } from './supplyNamePages'
import { compareSnapshots, createSnapshot, listSnapshots, setSnapshotRemoved } from './supplySnapshots'

/** What is worked out from supply networks, and what people record about them. */
export const supplyStudies = (context: SourceContext) => ({
  knockOut: createKnockOuts(context),
  criticality: (who: Principal, query: z.output<typeof CriticalityQuery>) => readCriticality(context, who, query),
  snapshots: (who: Principal, query: z.output<typeof SnapshotListQuery>) => listSnapshots(context, who, query),
  createSnapshot: (who: Principal, request: z.output<typeof SnapshotCreation>) => createSnapshot(context, who, request),
  setSnapshotRemoved: (who: Principal, id: string, isRemoved: boolean) =>
    setSnapshotRemoved(context, who, id, isRemoved),
  compareSnapshots: (
    who: Principal,
    id: string,
    query: z.output<typeof SnapshotCompareQuery> & { isWhole?: boolean },
  ) => compareSnapshots(context, who, id, query),
  supplyNames: (who: Principal, query: z.output<typeof NameQuery>) => readNamePage(context, who, query),
  decideSupplyName: (who: Principal, decision: z.output<typeof NameDecision>) => decideNameRow(context, who, decision),
  undoSupplyName: (who: Principal, undo: z.output<typeof NameUndo>) => undoNameRow(context, who, undo),
  supplyMatching: (who: Principal, query: z.output<typeof SnapshotListQuery>) => readMatching(context, who, query),
})
