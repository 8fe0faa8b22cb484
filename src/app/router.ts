import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** The address of this page carries the view: region, chain, period … */
    mirrorsView?: boolean
    /** 全国 can be looked at on this page. */
    isNational?: boolean
    /** Not for visitors: their screen says so instead. */
    staffOnly?: boolean
  }
}

export const ROUTES: RouteRecordRaw[] = [
  // The query goes along: a link to the bare address may carry a view.
  { path: '/', redirect: ({ query }) => ({ name: 'panorama', query }) },
  {
    path: '/panorama',
    name: 'panorama',
    component: () => import('@/features/panorama/PanoramaPage.vue'),
    meta: { title: '全景图谱', mirrorsView: true },
  },
  {
    path: '/clusters',
    name: 'clusters',
    component: () => import('@/features/clusters/ClustersPage.vue'),
    meta: { title: '集群地图', mirrorsView: true, isNational: true },
  },
  {
    path: '/clusters/compare',
    name: 'compare',
    component: () => import('@/features/clusters/compare/ComparePage.vue'),
    meta: { title: '地区对比', mirrorsView: true },
  },
  {
    path: '/clusters/registry',
    name: 'registry',
    component: () => import('@/features/clusters/registry/RegistryPage.vue'),
    meta: { title: '集群名单', mirrorsView: true },
  },
  {
    path: '/clusters/registry/:cluster',
    name: 'cluster',
    component: () => import('@/features/clusters/registry/ClusterPage.vue'),
    props: true,
    meta: { title: '集群档案', mirrorsView: true },
  },
  {
    path: '/indicators',
    name: 'indicators',
    component: () => import('@/features/indicators/BoardPage.vue'),
    meta: { title: '指标总览', mirrorsView: true },
  },
  {
    path: '/indicators/figures',
    name: 'figures',
    component: () => import('@/features/indicators/RegionFiguresPage.vue'),
    meta: { title: '区域指标', mirrorsView: true },
  },
  {
    path: '/indicators/honours',
    name: 'honours',
    component: () => import('@/features/indicators/honours/HonoursPage.vue'),
    meta: { title: '优质企业梯度培育', mirrorsView: true },
  },
  {
    path: '/indicators/catalogue',
    name: 'catalogue',
    component: () => import('@/features/indicators/CataloguePage.vue'),
    meta: { title: '指标目录', mirrorsView: true },
  },
  {
    path: '/indicators/brief',
    name: 'brief',
    component: () => import('@/features/indicators/brief/BriefPage.vue'),
    meta: { title: '县情一页纸', mirrorsView: true },
  },
  {
    path: '/indicators/checkup',
    name: 'checkup',
    component: () => import('@/features/indicators/checkup/CheckupPage.vue'),
    meta: { title: '会前体检', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/supply',
    name: 'supply',
    component: () => import('@/features/supply/SupplyPage.vue'),
    meta: { title: '供应网络', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/supply/knockout',
    name: 'knockout',
    component: () => import('@/features/supply/knockout/KnockOutPage.vue'),
    meta: { title: '推演停摆', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/supply/critical',
    name: 'critical',
    component: () => import('@/features/supply/critical/CriticalPage.vue'),
    meta: { title: '关键环节', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/supply/snapshots',
    name: 'snapshots',
    component: () => import('@/features/supply/snapshots/SnapshotsPage.vue'),
    meta: { title: '供应网络快照', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/supply/names',
    name: 'names',
    component: () => import('@/features/supply/names/NamesPage.vue'),
    meta: { title: '名称核对', mirrorsView: true, staffOnly: true },
  },
  {
    path: '/intake',
    name: 'intake',
    component: () => import('@/features/intake/IntakePage.vue'),
    meta: { title: '数据接入', staffOnly: true },
  },
  {
    path: '/intake/:batch',
    name: 'batch',
    component: () => import('@/features/intake/BatchPage.vue'),
    props: true,
    meta: { title: '批次', staffOnly: true },
  },
  {
    path: '/library',
    name: 'library',
    component: () => import('@/features/library/LibraryPage.vue'),
    meta: { title: '产业链库' },
  },
  {
    path: '/boundaries',
    name: 'boundaries',
    component: () => import('@/features/boundaries/BoundariesPage.vue'),
    meta: { title: '地图底图' },
  },
  {
    path: '/:rest(.*)*',
    name: 'missing',
    component: () => import('./MissingPage.vue'),
    meta: { title: '没有这个页面' },
  },
]

export function createAppRouter() {
  const router = createRouter({ history: createWebHistory(), routes: ROUTES })
  router.afterEach((to) => {
    document.title = `${to.meta.title} - 产业大脑 · 政府侧驾驶舱`
  })
  return router
}
