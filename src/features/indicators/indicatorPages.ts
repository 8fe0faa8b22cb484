import type { TabPage } from '@/components/pageTabs'

/** The pages of the area 指标, in the order of their tabs. */
export const INDICATOR_PAGES: readonly TabPage[] = [
  { name: 'indicators', label: '指标总览' },
  { name: 'figures', label: '区域指标' },
  { name: 'brief', label: '一页纸' },
  { name: 'checkup', label: '会前体检' },
  { name: 'honours', label: '优质企业' },
  { name: 'catalogue', label: '指标目录' },
]
