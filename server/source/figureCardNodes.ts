import type { FigureInput } from '@contract/figures'
import type { PanoramaNode, Strength } from '@contract/panorama'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import { figureInput, textOf, type Material, type Opened } from './figureCardMaterial'
import { readPanorama } from './panorama'

const COUNTED: Partial<Record<FigureIndicator, Strength>> = {
  'strong-nodes': 'strong',
  'fair-nodes': 'fair',
  'weak-nodes': 'weak',
  'missing-nodes': 'missing',
}

/** 链完整度 and the numbers of 强、一般、弱、缺 nodes: from the judgements that the panorama shows. */
export async function nodesMaterial(opened: Opened): Promise<Material> {
  const { context, principal, ref } = opened
  const { region, scope, period, mode, dataset } = ref
  const panorama = await readPanorama(context, principal, {
    region,
    chain: ref.chain ?? '',
    scope,
    period,
    mode,
    dataset,
  })
  const counted = COUNTED[ref.indicator]
  const rests = [{ ...ref, indicator: 'enterprises' as const }]
  if (!counted) {
    const inputs = panorama.nodes.map((node) => nodeInput(opened, node, null))
    return { value: panorama.completeness, formula: 'completeness', inputs, rests, note: '数值为环节重要程度（1—3）。' }
  }
  const inputs = panorama.nodes.map((node) => nodeInput(opened, node, Number(node.strength === counted)))
  return { value: textOf(panorama.strengths[counted]), formula: 'count', inputs, rests }
}

/** A node opens to what it was judged by; it stands in the sum as 1 or 0, or with its weight where that is null. */
function nodeInput(opened: Opened, node: PanoramaNode, counts: number | null): FigureInput {
  const byScale = node.figures.aboveScale !== null
  const ref: FigureRef = {
    ...opened.ref,
    indicator: byScale ? 'above-scale' : 'enterprises',
    kind: 'node',
    unit: node.id,
  }
  return {
    ...figureInput(opened, {
      role: counts === null ? 'node' : 'part',
      name: node.name,
      value: counts ?? node.weight,
      ref,
    }),
    form: 'count',
    unit: counts === null ? '' : '个',
    present: node.strength !== 'missing',
    note: node.strengthText,
  }
}
