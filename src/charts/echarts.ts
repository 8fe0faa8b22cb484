import { LineChart, LinesChart, ScatterChart } from 'echarts/charts'
import { GeoComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

use([CanvasRenderer, GeoComponent, LinesChart, ScatterChart, GridComponent, TooltipComponent, LineChart])
use([LabelLayout, MarkAreaComponent, MarkLineComponent])

export { init, registerMap }
