import { AbstractRendererPlugin, Rect, Shape } from '@antv/g'
import { Renderer } from '@antv/g-canvas'
import { ExtensionCategory } from '@antv/g6/esm/constants/registry'
import { register } from '@antv/g6/esm/registry/register'
import { Graph } from '@antv/g6/esm/runtime/graph'
import { BaseTransform } from '@antv/g6/esm/transforms/base-transform'

// G6 is entered by its runtime, not by its index: the index pulls in every layout and plugin and doubles the size.
export { AbstractRendererPlugin, ExtensionCategory, Graph, Rect, register, Renderer, Shape }

/** G6 insists on these steps between data and drawing; they serve collapsing and edge re-routing, which the scene does itself. */
class PassThrough extends BaseTransform {}

const REQUIRED_STEPS = [
  'update-related-edges',
  'collapse-expand-node',
  'collapse-expand-combo',
  'get-edge-actual-ends',
  'arrange-draw-order',
]
for (const step of REQUIRED_STEPS) register(ExtensionCategory.TRANSFORM, step, PassThrough)
