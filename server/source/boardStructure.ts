import type { BoardPart } from '@contract/board'
import type { Figures, Panorama } from '@contract/panorama'
import { formatRef, type FigureIndicator } from '@domain/figure/figureRef'
import { refOf } from './boardCards'
import { ratioText } from './regionMeasures'
import type { Frame } from './view'

export const STRUCTURE_NOTE =
  '一家企业可在几个分组，在每个分组各计一次，全链只计一次，故各部分之和可大于全链，比重之和可大于 100%。营业收入为已报送企业之和。'

interface Unit {
  kind: BoardPart['kind']
  id: string
  stage: BoardPart['stage']
  name: string
  figures: Figures
}

/** 结构: each stage with its groups behind it, in the order of the chain. */
export function boardStructure({ stages, groups, figures, view }: Panorama, frame: Frame): BoardPart[] {
  const parts = stages.flatMap((stage): Unit[] => [
    { kind: 'stage', id: stage.id, stage: stage.id, name: stage.name, figures: stage.figures },
    ...groups
      .filter((group) => group.stage === stage.id)
      .map((group): Unit => ({
        kind: 'group',
        id: group.id,
        stage: stage.id,
        name: group.name,
        figures: group.figures,
      })),
  ])
  return parts.map((part) => partOf(part, figures, frame, view.chain))
}

/** A share of a sum that is not public would give the sum away. */
function partOf({ kind, id, stage, name, figures: own }: Unit, whole: Figures, frame: Frame, chain: string): BoardPart {
  const ref = (indicator: FigureIndicator) => formatRef(refOf(frame, chain, indicator, { kind, unit: id }))
  const revenueShareSuppressed = own.revenueSuppressed ?? whole.revenueSuppressed
  return {
    kind,
    id,
    stage,
    name,
    enterprises: own.enterprises,
    enterprisesRef: ref('enterprises'),
    enterprisesShare: ratioText(own.enterprises, whole.enterprises),
    enterprisesShareRef: ref('part-share'),
    revenueWan: own.revenueWan,
    revenueReporting: own.revenueReporting,
    revenueRef: ref('revenue'),
    revenueShare: revenueShareSuppressed === null ? ratioText(own.revenueWan, whole.revenueWan) : null,
    revenueShareRef: ref('part-share-revenue'),
    revenueSuppressed: own.revenueSuppressed,
    revenueShareSuppressed,
  }
}
