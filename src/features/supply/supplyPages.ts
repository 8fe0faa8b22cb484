import type { TabPage } from '@/components/pageTabs'

/** The pages of the area 供应网络. */
export const SUPPLY_PAGES: readonly TabPage[] = [
  { name: 'supply', label: '网络' },
  { name: 'knockout', label: '推演停摆' },
  { name: 'critical', label: '关键环节' },
  { name: 'snapshots', label: '快照' },
  { name: 'names', label: '名称核对' },
]
