import type { Batch, RowsPage } from '@contract/batches'
import type { ChainList } from '@contract/chains'
import type { Problem } from '@contract/common'
import type { EnterpriseDetail, EnterprisePage, SearchAnswer } from '@contract/enterprises'
import type { Panorama } from '@contract/panorama'
import type { Coverage, Province, RegionDetail } from '@contract/regions'
import { type ContractServer, type Question, Violation } from './contractServer'

/** One thing a server must do; it throws a Violation that says what was wrong. */
export interface Case {
  title: string
  run(server: ContractServer, view: BaseView): Promise<void>
}

/** A province and one of its chains, as the server offers them first. */
export interface BaseView {
  region: string
  chain: string
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new Violation(message)
}

// The contract has judged the shape by then.
async function read<T>(server: ContractServer, operation: string, question?: Question): Promise<T> {
  return (await server.ask(operation, question)).body as T
}

export async function baseView(server: ContractServer): Promise<BaseView> {
  const { provinces } = await read<{ provinces: Province[] }>(server, '/provinces')
  const region = provinces[0]?.code ?? ''
  const { chains } = await read<ChainList>(server, '/chains', { query: { region } })
  must(region !== '' && chains.length > 0, '没有省份或没有产业链，无从检查')
  return { region, chain: chains[0]?.id ?? '' }
}

const SYSTEM: Case[] = ['/health', '/ready', '/version', '/provinces', '/batches'].map((path) => ({
  title: `${path} 合乎接口定义`,
  run: async (server) => void (await server.ask(path)),
}))

const REGIONS: Case[] = [
  {
    title: '地区的下级又以该地区为上级，按代码排列',
    async run(server, { region }) {
      const detail = await read<RegionDetail>(server, '/regions/{region}', { path: { region } })
      const codes = detail.children.map(({ code }) => code)
      must([...codes].sort().join() === codes.join(), '下级未按代码排列')
      const child = await read<RegionDetail>(server, '/regions/{region}', { path: { region: codes[0] ?? region } })
      must(
        child.path.some(({ code }) => code === region),
        `${child.code} 的上级路径中没有 ${region}`,
      )
    },
  },
  {
    title: '数据覆盖给出的统计期新的在前',
    async run(server, { region }) {
      const coverage = await read<Coverage>(server, '/regions/{region}/coverage', { path: { region } })
      for (const { periods } of coverage.datasets) {
        const years = periods.map((period) => Number(period.slice(0, 4)))
        must(
          years.every((year, at) => at === 0 || year <= (years[at - 1] ?? year)),
          '统计期未按新旧排列',
        )
      }
    },
  },
  {
    title: '产业链包可按目录取得',
    async run(server, { region, chain }) {
      const { chains } = await read<ChainList>(server, '/chains', { query: { region } })
      const pack = await read<{ nodes: unknown[] }>(server, '/chains/{chain}/pack', { path: { chain } })
      must(pack.nodes.length === chains.find(({ id }) => id === chain)?.nodes, '目录与产业链包的环节数不同')
    },
  },
]

const PANORAMA: Case[] = [
  {
    title: '图谱自洽：分组、流向所指的环节都在，强弱合计等于环节数',
    async run(server, view) {
      const { nodes, groups, edges, strengths } = await read<Panorama>(server, '/panorama', { query: { ...view } })
      const [nodeIds, groupIds] = [new Set(nodes.map(({ id }) => id)), new Set(groups.map(({ id }) => id))]
      must(
        nodes.every(({ group }) => groupIds.has(group)),
        '有环节不属于任何分组',
      )
      must(
        edges.every(({ from, to }) => nodeIds.has(from) && nodeIds.has(to)),
        '有流向指向不存在的环节',
      )
      const sum = strengths.strong + strengths.fair + strengths.weak + strengths.missing
      must(sum === nodes.length, `强弱合计 ${sum}，环节 ${nodes.length}`)
    },
  },
  {
    title: '未报送写 null，不写 0',
    async run(server, view) {
      const { nodes, figures } = await read<Panorama>(server, '/panorama', { query: { ...view } })
      for (const item of [figures, ...nodes.map((node) => node.figures)]) {
        must(
          (item.revenueReporting === 0) === (item.revenueWan === null),
          '营业收入为 null 与报送企业数为 0 应同时成立',
        )
      }
    },
  },
  {
    title: '口径越窄，企业越少',
    async run(server, view) {
      const counts: number[] = []
      for (const scope of ['above', 'four', 'all']) {
        counts.push((await read<Panorama>(server, '/panorama', { query: { ...view, scope } })).figures.enterprises)
      }
      must([...counts].sort((a, b) => a - b).join() === counts.join(), `规上、四上、全口径依次为 ${counts.join('、')}`)
    },
  },
  {
    title: '两种区划口径的全省合计相同',
    async run(server, view) {
      const [now, then] = await Promise.all(
        ['current', 'asof'].map((mode) => read<Panorama>(server, '/panorama', { query: { ...view, mode } })),
      )
      must(JSON.stringify(now?.figures) === JSON.stringify(then?.figures), '现区划还原与当期区划的合计不同')
    },
  },
  {
    title: '环节、分组、阶段上的企业数等于清单总数',
    async run(server, view) {
      const { nodes, groups, stages } = await read<Panorama>(server, '/panorama', { query: { ...view } })
      const busiest = [...nodes].sort((a, b) => b.figures.enterprises - a.figures.enterprises).slice(0, 5)
      const units = [
        ...busiest.map(({ id, figures }) => ({ key: 'node', id, figures })),
        ...groups.slice(0, 3).map(({ id, figures }) => ({ key: 'group', id, figures })),
        ...stages.map(({ id, figures }) => ({ key: 'stage', id, figures })),
      ]
      for (const { key, id, figures } of units) {
        const { total } = await read<EnterprisePage>(server, '/enterprises', {
          query: { ...view, [key]: id, limit: 1 },
        })
        must(total === figures.enterprises, `${key} ${id}：图谱 ${figures.enterprises} 家，清单 ${total} 家`)
      }
    },
  },
]

const ENTERPRISES: Case[] = ['revenue', 'name', 'code', 'confidence'].map((sort) => ({
  title: `清单按 ${sort} 翻页，每家恰好一次`,
  async run(server, view) {
    const seen = new Set<string>()
    let cursor: string | undefined
    for (let page = 0; page < 20; page += 1) {
      const query: Record<string, string | number> = { ...view, sort, limit: 50 }
      if (cursor !== undefined) query['cursor'] = cursor
      const answer = await read<EnterprisePage>(server, '/enterprises', { query })
      for (const { creditCode } of answer.rows) {
        must(!seen.has(creditCode), `${creditCode} 出现两次`)
        seen.add(creditCode)
      }
      if (answer.nextCursor === null)
        return must(seen.size === answer.total, `翻完得 ${seen.size} 家，总数 ${answer.total}`)
      cursor = answer.nextCursor
    }
  },
}))

const DETAILS: Case[] = [
  {
    title: '清单中的企业有档案，名称与编号相同',
    async run(server, view) {
      const { rows, dataset } = await read<EnterprisePage>(server, '/enterprises', { query: { ...view, limit: 1 } })
      const [row] = rows
      if (!row) return
      const question = { path: { creditCode: row.creditCode }, query: { dataset } }
      const detail = await read<EnterpriseDetail>(server, '/enterprises/{creditCode}', question)
      must(detail.name === row.name, `清单写“${row.name}”，档案写“${detail.name}”`)
    },
  },
  {
    title: '按环节名称能查到该环节',
    async run(server, view) {
      const node = (await read<Panorama>(server, '/panorama', { query: { ...view } })).nodes[0]
      const found = await read<SearchAnswer>(server, '/search', { query: { ...view, q: node?.name ?? '机' } })
      must(!node || found.nodes.some(({ id }) => id === node.id), `查“${node?.name}”没有结果`)
    },
  },
  {
    title: '查找不把 % 和 _ 当通配符',
    async run(server, view) {
      const all = await read<EnterprisePage>(server, '/enterprises', { query: { region: view.region, limit: 1 } })
      const found = await read<EnterprisePage>(server, '/enterprises', {
        query: { region: view.region, q: '%_%', limit: 1 },
      })
      must(all.total === 0 || found.total < all.total, '查“%_%”得到了全部企业')
    },
  },
  {
    title: '批次的行数等式成立，逐行可读',
    async run(server) {
      const { batches } = await read<{ batches: Batch[] }>(server, '/batches')
      for (const { id, counts } of batches.filter(({ status }) => status === 'published').slice(0, 3)) {
        const parts = counts.accepted + counts.quarantined + counts.rejected + counts.duplicates
        must(parts === counts.rows, `批次 ${id}：${counts.rows} ≠ ${parts}`)
        const page = await read<RowsPage>(server, '/batches/{id}/rows', { path: { id }, query: { limit: 5 } })
        must(page.total === counts.rows, `批次 ${id}：报告 ${counts.rows} 行，逐行 ${page.total} 行`)
      }
    },
  },
]

const refused = (
  title: string,
  operation: string,
  expect: number,
  field: string,
  question: (view: BaseView) => Question,
): Case => ({
  title,
  async run(server, view) {
    const problem = await read<Problem>(server, operation, { ...question(view), expect })
    must(problem.status === expect, `问题说明中的状态是 ${problem.status}`)
    must(problem.field === field, `应指出 ${field}，实为 ${problem.field ?? '空'}`)
  },
})

const REFUSALS: Case[] = [
  refused('不认识的参数被拒绝并指名', '/panorama', 400, 'colour', (view) => ({ query: { ...view, colour: 'red' } })),
  refused('缺少参数被拒绝并指名', '/panorama', 400, 'region', ({ chain }) => ({ query: { chain } })),
  refused('写法不对的参数被拒绝并指名', '/panorama', 400, 'period', (view) => ({ query: { ...view, period: '25' } })),
  refused('过大的页被拒绝', '/enterprises', 400, 'limit', (view) => ({ query: { ...view, limit: 100_000 } })),
  refused('无效的翻页位置被拒绝', '/enterprises', 400, 'cursor', (view) => ({ query: { ...view, cursor: 'x' } })),
  refused('没有的地区答 404', '/regions/{region}', 404, 'region', () => ({ path: { region: '999999' } })),
  refused('没有的产业链答 404', '/panorama', 404, 'chain', ({ region }) => ({
    query: { region, chain: 'no-such-chain' },
  })),
  refused('没有的企业答 404', '/enterprises/{creditCode}', 404, 'creditCode', () => ({
    path: { creditCode: '91219900XXXXXXXXXX' },
  })),
  {
    title: '没有的接口答 404 问题说明',
    async run(server) {
      const { status, type } = await server.askUnknown('/no-such-interface')
      must(status === 404 && type.startsWith('application/problem+json'), `状态 ${status}，内容类型 ${type}`)
    },
  },
]

const versioned = (operation: string): Case => ({
  title: `${operation} 的数据未变时答 304`,
  async run(server, view) {
    const first = await server.ask(operation, { query: { ...view } })
    const tag = first.headers.get('etag') ?? ''
    must(tag !== '', '没有 ETag')
    const again = await server.ask(operation, { query: { ...view }, headers: { 'if-none-match': tag }, expect: 304 })
    must(again.bytes === 0, '304 带了内容')
  },
})

const FILES: Case[] = ['/panorama/export.xlsx', '/enterprises/export.xlsx'].map((operation) => ({
  title: `${operation} 给出工作簿与中文文件名`,
  async run(server, view) {
    const { headers, bytes } = await server.ask(operation, { query: { ...view } })
    must(bytes > 1000, `只有 ${bytes} 字节`)
    must((headers.get('content-disposition') ?? '').includes("filename*=UTF-8''"), '文件名没有按 UTF-8 给出')
  },
}))

export const CASES: readonly Case[] = [
  ...SYSTEM,
  ...REGIONS,
  ...PANORAMA,
  ...ENTERPRISES,
  ...DETAILS,
  ...REFUSALS,
  ...['/panorama', '/enterprises'].map(versioned),
  ...FILES,
]
