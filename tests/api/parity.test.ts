import { expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import { apiOf, CNC, LIAONING, type Api } from '../drivers/api'
import { HOST_KINDS, openTestHost, type HostKind } from '../drivers/hosts'
import { fictionalCode, misspelt } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const QUESTIONS = [
  '/provinces',
  '/regions/210000',
  '/regions/210000/coverage',
  `/chains?region=${LIAONING}`,
  `/panorama?region=${LIAONING}&chain=${CNC}`,
  `/panorama?region=100000&chain=${CNC}`,
  `/panorama?region=210213&chain=${CNC}&scope=four`,
  `/panorama?region=210200&chain=${CNC}&mode=asof`,
  `/panorama?region=${LIAONING}&chain=${CNC}&period=2020`,
  `/panorama?region=${LIAONING}&chain=fine-chemicals`,
  ...['revenue', 'name', 'code', 'confidence'].map(
    (sort) => `/enterprises?region=${LIAONING}&chain=${CNC}&sort=${sort}&limit=13`,
  ),
  `/enterprises?region=${LIAONING}&sort=name&limit=200`,
  `/enterprises?region=${LIAONING}&linked=no`,
  `/enterprises?region=${LIAONING}&honour=any`,
  `/enterprises?region=${LIAONING}&q=${encodeURIComponent('𠅤')}`,
  `/search?region=${LIAONING}&chain=${CNC}&q=${encodeURIComponent('虚构')}`,
  `/enterprises/${fictionalCode(1)}`,
  `/enterprises/${fictionalCode(4)}`,
  `/panorama?region=999999&chain=${CNC}`,
  '/batches',
]

/** What differs between two runs by nature: batch ids and moments. */
function timeless(text: string): string {
  return text.replaceAll(/\d{14}-[0-9a-f]{8}/gu, 'BATCH').replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/gu, 'MOMENT')
}

/** The same work on each database; everything that was answered. */
async function story(api: Api): Promise<string[]> {
  const said: string[] = []
  const hear = (answer: unknown) => said.push(timeless(JSON.stringify(answer)))
  const first = [
    ...firms(80),
    firm(5),
    firm(90, { code: misspelt(fictionalCode(90)) }),
    firm(91, { name: '沈阳𠅤华机床厂' }),
  ]
  const register = await api.stage(registerCsv(first))
  hear(register)
  hear(await api.get(`/batches/${register.id}/rows`, { limit: 200 }))
  hear(await api.publish(register.id))
  const second = await api.importFile(
    registerCsv(firms(20).map((item) => ({ ...item, name: `新${item.name}`, revenue: '7.25' }))),
  )
  hear(second)
  hear(
    await api.importFile(
      csv([
        ['企业名称', '统一社会信用代码', '荣誉名称'],
        [firm(1).name, fictionalCode(1), '专精特新“小巨人”'],
      ]),
      { kind: 'honours' },
    ),
  )
  const exclude = {
    dataset: 'real',
    creditCode: fictionalCode(1),
    chain: CNC,
    node: 'cnc-lathe',
    action: 'exclude',
    reason: '核实',
  }
  hear(await api.post('/memberships', exclude))
  for (const question of QUESTIONS) hear([question, await (await api.send('GET', question)).json()])
  hear(await api.post<Batch>(`/batches/${second.id}/withdraw`))
  for (const question of QUESTIONS) hear([question, await (await api.send('GET', question)).json()])
  return said
}

async function storyOn(kind: HostKind): Promise<string[]> {
  const host = await openTestHost(kind)
  try {
    return await story(apiOf(host.app))
  } finally {
    await host.close()
  }
}

it.skipIf(HOST_KINDS.length < 2)('both databases answer the same work with the same words', async () => {
  const [embedded, postgresql] = [await storyOn('embedded'), await storyOn('postgresql')]
  expect(embedded.length).toBeGreaterThan(40)
  embedded.forEach((answer, index) => expect(JSON.parse(postgresql[index] ?? 'null')).toEqual(JSON.parse(answer)))
})
