import type { Page } from 'playwright-core'
import type { BatchList } from '@contract/batches'
import type { IndustryClusterList } from '@contract/industryClusters'
import { apiOf, CNC, LIAONING, type Api } from './api'
import { clusterScreen } from './clusterScreen'
import { panoramaScreen } from './panoramaScreen'

/** One state of one page that the walk looks at. */
export interface Stop {
  what: string
  address: (url: string) => string | Promise<string>
  ready: (page: Page) => Promise<unknown>
  /** Nothing here is a figure; elsewhere a page without any has not arrived. */
  isPlain?: boolean
}

const SHENYANG = '210100'
const TIEXI = '210106'
const HAICHENG = '210381'

const apiAt = (url: string): Api => apiOf({ request: (route, init) => fetch(new URL(String(route), url), init) })

/** Everything that was asked for has arrived. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
}

const stop = (what: string, address: string, ready: (page: Page) => Promise<unknown> = settled): Stop => ({
  what,
  address: () => address,
  ready,
})

const view = (part: Record<string, string>) => new URLSearchParams({ region: LIAONING, chain: CNC, ...part }).toString()

async function drawn(page: Page) {
  await panoramaScreen(page).drawn()
  await settled(page)
}

/** The table of the panorama named by its choice. */
const tableOf = (label: string) => async (page: Page) => {
  await page.getByRole('group', { name: '表格' }).getByText(label, { exact: true }).click()
  await page.getByRole('table').first().waitFor()
  await settled(page)
}

async function enterpriseOpened(page: Page) {
  const { enterprises } = panoramaScreen(page)
  await enterprises.first().waitFor()
  await enterprises.first().getByRole('button').first().click()
  await page.getByRole('dialog').getByText('来历').waitFor()
  await settled(page)
}

async function mapDrawn(page: Page) {
  await clusterScreen(page).idle()
  await page.getByText('重点企业').first().waitFor()
  await settled(page)
}

async function areaDrawn(page: Page) {
  await clusterScreen(page).idle()
  await settled(page)
}

async function checkedUp(page: Page) {
  await page.getByRole('button', { name: '开始体检' }).first().click()
  await page.locator('[data-check]').first().waitFor()
  await settled(page)
}

async function networkDrawn(page: Page) {
  await page.getByRole('application').waitFor()
  await page.getByRole('heading', { name: '本地配套率' }).waitFor()
  await settled(page)
}

async function supplierOpened(page: Page) {
  await page.locator('.tables__name').first().click()
  await page.getByRole('complementary').getByText('已知伙伴').waitFor()
  await settled(page)
}

async function linkOpened(page: Page) {
  await supplierOpened(page)
  await page.locator('.partners__row').first().click()
  await page.getByText('画面采用').first().waitFor()
  await settled(page)
}

async function stopped(page: Page) {
  await page.getByRole('button', { name: '开始推演' }).first().click()
  await page.getByRole('heading', { name: '逐家' }).waitFor()
  await settled(page)
}

async function unlinkedOpened(page: Page) {
  await page.locator('.rate__link').click()
  await page.getByRole('region', { name: '未挂任何产业链的企业' }).first().waitFor()
  await settled(page)
}

async function clusterAddress(url: string): Promise<string> {
  const { clusters } = await apiAt(url).get<IndustryClusterList>('/industry-clusters', { region: LIAONING })
  const [first] = clusters
  if (!first) throw new Error('the demonstration data has no cluster')
  return `/clusters/registry/${first.cluster.id}?${view({})}`
}

async function batchAddress(url: string): Promise<string> {
  const { batches } = await apiAt(url).get<BatchList>('/batches', { province: LIAONING })
  const [first] = batches
  if (!first) throw new Error('the demonstration data has no batch')
  return `/intake/${first.id}`
}

/** Every page by the name of its route, in the states that show different numbers. */
export const WALK: Record<string, Stop[]> = {
  panorama: [
    stop('the panorama of a province', `/panorama?${view({})}`, drawn),
    stop(
      'the panorama of a city with a node',
      `/panorama?${view({ region: SHENYANG, node: 'bearing' })}`,
      async (page) => {
        await panoramaScreen(page).enterprises.first().waitFor()
        await drawn(page)
      },
    ),
    stop('an enterprise', `/panorama?${view({ region: SHENYANG, node: 'bearing' })}`, enterpriseOpened),
    stop('the nodes as a table', `/panorama?${view({ region: SHENYANG, show: 'table' })}`, tableOf('环节')),
    stop(
      'stages and groups as a table',
      `/panorama?${view({ region: SHENYANG, show: 'table' })}`,
      tableOf('阶段和分组'),
    ),
    stop('flows as a table', `/panorama?${view({ region: TIEXI, show: 'table' })}`, tableOf('产品流向')),
  ],
  clusters: [
    stop('the map of a province', `/clusters?${view({})}`, mapDrawn),
    stop('the map as a table', `/clusters?${view({ show: 'table' })}`),
    stop('the map of a county', `/clusters?${view({ region: TIEXI })}`, mapDrawn),
    stop('the map of the country', `/clusters?${view({ region: '100000' })}`),
    stop('the map with enterprises', `/clusters?${view({ points: 'on' })}`, mapDrawn),
    stop(
      'a selection',
      `/clusters?${view({ region: SHENYANG, area: '123.2,41.7;123.5,41.7;123.5,41.9;123.2,41.9' })}`,
      areaDrawn,
    ),
  ],
  compare: [
    { ...stop('no comparison yet', `/clusters/compare?${view({})}`), isPlain: true },
    stop('a comparison', `/clusters/compare?${view({ with: [SHENYANG, TIEXI, HAICHENG].join(',') })}`),
  ],
  registry: [stop('the registry of clusters', `/clusters/registry?${view({})}`)],
  cluster: [{ what: 'a cluster', address: clusterAddress, ready: settled }],
  indicators: [stop('the board of indicators', `/indicators?${view({})}`)],
  checkup: [stop('the checkup', `/indicators/checkup?${view({ region: SHENYANG })}`, checkedUp)],
  brief: [stop('the one-pager', `/indicators/brief?${view({ region: SHENYANG })}`)],
  figures: [stop('the figures of a region', `/indicators/figures?${view({ region: SHENYANG })}`)],
  honours: [stop('the ladder of honours', `/indicators/honours?${view({ region: SHENYANG })}`)],
  catalogue: [{ ...stop('the catalogue', `/indicators/catalogue?${view({})}`), isPlain: true }],
  supply: [
    stop('a supply network in rings', `/supply?${view({})}`, networkDrawn),
    stop('a supply network in columns', `/supply?${view({ layout: 'columns', tiers: '3' })}`, networkDrawn),
    stop('a supply network on the map', `/supply?${view({ layout: 'map' })}`, networkDrawn),
    stop('the firms of a supply network', `/supply?${view({ layout: 'table', group: 'county' })}`),
    { ...stop('a supplier', `/supply?${view({ layout: 'table', group: 'none' })}`, supplierOpened), isPlain: true },
    { ...stop('who said a link', `/supply?${view({ layout: 'table', group: 'none' })}`, linkOpened), isPlain: true },
  ],
  knockout: [
    { ...stop('no knock-out yet', `/supply/knockout?${view({})}`), isPlain: true },
    {
      ...stop(
        'a knock-out',
        `/supply/knockout?${view({ stop: `node:${CNC}/bearing`, assume: 'up:0.5,down:0.5' })}`,
        stopped,
      ),
      isPlain: true,
    },
  ],
  critical: [{ ...stop('the key links', `/supply/critical?${view({})}`), isPlain: true }],
  snapshots: [{ ...stop('the snapshots', `/supply/snapshots?${view({})}`), isPlain: true }],
  names: [{ ...stop('the names to settle', `/supply/names?${view({})}`), isPlain: true }],
  intake: [
    {
      ...stop('the intake', '/intake', async (page) => {
        await page.getByRole('heading', { name: '导入记录' }).waitFor()
        await settled(page)
      }),
      isPlain: true,
    },
  ],
  batch: [{ what: 'a batch', address: batchAddress, ready: settled, isPlain: true }],
  library: [stop('the library', '/library'), stop('enterprises on no chain', `/library?${view({})}`, unlinkedOpened)],
  boundaries: [{ ...stop('the boundaries', '/boundaries'), isPlain: true }],
  missing: [{ ...stop('no page', '/nowhere'), isPlain: true }],
}
