import { beforeAll, expect, it } from 'vitest'
import type { Batch, RowsPage } from '@contract/batches'
import { CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode, misspelt } from '../fixtures/creditCodes'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const unreported = (value: number | string | null) => (value === null ? '未报送' : String(Number(value)))
const numeric = (text: string | undefined) =>
  text === undefined || !/^-?\d/u.test(text) ? (text ?? '') : String(Number(text))

describeApi('a workbook to take away', (product) => {
  beforeAll(async () => {
    const list = firms(40).map((item) => ({
      ...item,
      name: item.code === fictionalCode(2) ? '=虚构𠅤"机床"厂' : item.name,
    }))
    await product.api.importFile(registerCsv(list))
  })
  const download = async (route: string) => {
    const response = await product.api.send('GET', route)
    expect(response.status).toBe(200)
    const name = decodeURIComponent(
      /filename\*=UTF-8''(.+)$/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
    )
    return { name, sheets: await readWorkbook(await response.blob()) }
  }

  it('of the panorama says what the screen says, figure by figure', async () => {
    const panorama = await product.api.panorama()
    const { name, sheets } = await download(`/panorama/export.xlsx?region=${LIAONING}&chain=${CNC}`)
    expect(name).toMatch(/^辽宁省.*数控机床.*2025.*\.xlsx$/u)
    const rows = recordsUnder(sheets['环节'] ?? [], '阶段')
    expect(rows.length).toBe(panorama.nodes.length + 1)
    panorama.nodes.forEach((node, index) => {
      const row = rows[index]
      expect(row?.['环节']).toBe(node.name)
      expect(numeric(row?.['企业数（家）'])).toBe(String(node.figures.enterprises))
      expect(numeric(row?.['规上企业（家）'])).toBe(unreported(node.figures.aboveScale))
      expect(numeric(row?.['营业收入（万元）'])).toBe(unreported(node.figures.revenueWan))
    })
    expect(numeric(rows.at(-1)?.['企业数（家）'])).toBe(String(panorama.figures.enterprises))
    expect(recordsUnder(sheets['产品流向'] ?? [], '供给环节').length).toBe(panorama.edges.length)
    expect(JSON.stringify(sheets['口径与来源'])).toContain(panorama.method[1])
  })

  it('of the enterprises holds those of the list, in its order, names untouched', async () => {
    const { rows } = await product.api.allEnterprises({ limit: 200, sort: 'name' })
    const { sheets } = await download(`/enterprises/export.xlsx?region=${LIAONING}&chain=${CNC}&sort=name`)
    const written = recordsUnder(sheets['企业清单'] ?? [], '企业名称')
    expect(written.map((row) => [row['企业名称'], row['统一社会信用代码'], numeric(row['营业收入（万元）'])])).toEqual(
      rows.map(({ name, creditCode, revenueWan }) => [
        name,
        creditCode,
        revenueWan === null ? '' : String(Number(revenueWan)),
      ]),
    )
    expect(written.map((row) => row['企业名称'])).toContain('=虚构𠅤"机床"厂')
  })

  it('of an unknown chain is a refusal, not a file', async () => {
    expect((await product.api.refusal('GET', `/panorama/export.xlsx?region=${LIAONING}&chain=nothing`)).status).toBe(
      404,
    )
  })

  it.each(['register', 'honours', 'leaders', 'links'])(
    'is the template for %s, which comes back without a problem',
    async (kind) => {
      const { api } = product
      const template = await api.send('GET', `/templates/${kind}`)
      const batch = await api.stage(await template.blob(), { kind, fileName: '模板.xlsx' })
      // Only examples stand in it, and examples are not data.
      expect(batch).toMatchObject({ status: 'failed', failure: { code: 'no-rows' } })
    },
  )

  it('is a template whose headings are understood without a question', async () => {
    const { api } = product
    const template = await readWorkbook(await (await api.send('GET', '/templates/register')).blob())
    const headings = Object.values(template)[0]?.find((row) => row[0] === '企业名称') ?? []
    const values: Record<string, string> = {
      企业名称: '虚构轴承厂',
      统一社会信用代码: fictionalCode(320),
      '营业收入（万元）': '12.5',
    }
    const { counts, report } = await api.stage(csv([headings, headings.map((heading) => values[heading] ?? '')]))
    expect(counts).toMatchObject({ rows: 1, accepted: 1 })
    expect(report?.columns.map(({ field, question }) => [field === null, question])).toEqual(
      headings.map(() => [false, null]),
    )
  })

  it('is the uploaded table with its verdicts, which can be corrected and uploaded again', async () => {
    const { api } = product
    const file = registerCsv([firm(301), firm(302, { code: misspelt(fictionalCode(302)) }), firm(303, { code: '' })])
    const { id } = await api.stage(file, { fileName: '三家.csv' })
    const { name, sheets } = await download(`/batches/${id}/annotated.xlsx`)
    expect(name).toContain('三家')
    const rows = recordsUnder(sheets['处理结果'] ?? [], '企业名称')
    expect(rows.map((row) => row['处理结果'])).toEqual(['通过', '待核', '退回'])
    expect(rows[1]?.['问题与建议']).toContain('末位校验码应为')
    const copy = await api.send('GET', `/batches/${id}/annotated.xlsx`)
    const again = await api.stage(await copy.blob(), { fileName: '三家回执.xlsx' })
    expect(again.counts).toEqual((await api.get<Batch>(`/batches/${id}`)).counts)
    const { rows: second } = await api.get<RowsPage>(`/batches/${again.id}/rows`)
    expect(second.map(({ creditCode }) => creditCode)).toEqual([fictionalCode(301), misspelt(fictionalCode(302)), null])
  })
})
