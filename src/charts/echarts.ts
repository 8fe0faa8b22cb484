import { LineChart, LinesChart, ScatterChart } from 'echarts/charts'
import { GeoComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([CanvasRenderer, GeoComponent, LinesChart, ScatterChart, GridComponent, TooltipComponent, LineChart])
use([MarkAreaComponent, MarkLineComponent])

export { init, registerMap }
