import type { Brush } from '@/graph/scene'
import type { PanoramaPaint } from './panoramaPaint'
import { paintCard } from './paintCard'
import { paintGroup, paintLabel, paintStage } from './paintPanels'
import { paintRoute } from './paintRoute'

/** Paints any item of the panorama; the screen and the exported picture both come from here. */
export function paintPanorama(brush: Brush, paint: PanoramaPaint) {
  switch (paint.kind) {
    case 'stage':
      return paintStage(brush, paint)
    case 'group':
      return paintGroup(brush, paint)
    case 'card':
      return paintCard(brush, paint)
    case 'route':
      return paintRoute(brush, paint)
    case 'label':
      return paintLabel(brush, paint)
  }
}
