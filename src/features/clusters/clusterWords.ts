import type { ViewState } from '@/stores/viewParams'
import type { Choice } from '@/stores/viewWords'

export const CLASSING_CHOICES: Choice<ViewState['classing']>[] = [
  { value: 'quantile', label: '分位数', hint: '每级地区数大致相等' },
  { value: 'jenks', label: '自然间断', hint: '每级内部差别最小' },
  { value: 'fixed', label: '固定分级', hint: '界限固定，便于不同时期、不同地区对比' },
]

export const LEVEL_CHOICES: Choice<ViewState['level']>[] = [
  { value: 'city', label: '市' },
  { value: 'county', label: '县' },
]
