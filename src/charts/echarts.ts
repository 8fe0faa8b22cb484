import { LineChart, LinesChart, ScatterChart } from 'echarts/charts'
import { GeoComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([CanvasRenderer, GeoComponent, LinesChart, ScatterChart, GridComponent, TooltipComponent, LineChart])

export { init, registerMap }
