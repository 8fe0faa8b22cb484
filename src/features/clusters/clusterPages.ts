import type { TabPage } from '@/components/pageTabs'

/** The pages of the area 集群地图; a cluster's own page belongs to the list. */
export const CLUSTER_PAGES: readonly TabPage[] = [
  { name: 'clusters', label: '地图' },
  { name: 'compare', label: '地区对比' },
  { name: 'registry', label: '集群名单', also: ['cluster'] },
]
