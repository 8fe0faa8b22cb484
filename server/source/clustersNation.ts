import type { Clusters } from '@contract/clusters'
import type { View } from '@contract/common'
import { clusterMethod, clusterRegion } from './clusterRegion'
import { NO_ROWS, readRegionRows, sumRows, type RegionRows, type Subject } from './clusterRows'
import type { SourceContext } from './context'
import { figuresOf, knowledgeOf, type Knowledge } from './figures'
import { absenceOf, hasPeriod, nationProvinces, type NationProvince } from './nation'
import { yearBefore } from './regionMeasures'
import type { Frame } from './view'

/** 全国: one row per province that answers for the period; Σ provinces = total, the others are missing. */
export async function readNation(
  context: SourceContext,
  frame: Frame,
  view: View,
  { chain, unit, unitKind }: Subject,
  node: { id: string; name: string } | null,
): Promise<Clusters> {
  const provinces = await nationProvinces(context, frame)
  const shown = provinces.filter((province) => hasPeriod(province, frame))
  const codes = shown.map(({ code }) => code)
  const rows = await readRegionRows(context, frame, { chain, unit, unitKind }, yearBefore(frame.period), codes)
  const root = sumRows(codes.map((code) => rows.get(code) ?? NO_ROWS))
  const known = await knowledgeIn(context, frame, chain, rows)
  const { period, scope, mode, dataset, version, updatedAt } = frame
  return {
    region: frame.region,
    regionName: view.regionName,
    chain,
    chainName: view.chainName,
    node: node?.id ?? null,
    nodeName: node?.name ?? null,
    level: 'province',
    period,
    scope,
    mode,
    dataset,
    version,
    updatedAt,
    total: figuresOf(root.subject, anyOf([...known.values()])),
    regions: codes.map((code) =>
      clusterRegion(context, {
        code,
        own: rows.get(code) ?? NO_ROWS,
        root,
        known: known.get(code) ?? NOTHING_KNOWN,
        unlocated: false,
      }),
    ),
    absent: provinces.flatMap((province) => {
      const reason = absenceOf(province, frame)
      return reason === null ? [] : [{ code: province.code, name: province.name, reason }]
    }),
    footnotes: view.footnotes,
    method: [nationSentence(shown), ...clusterMethod('已导入省份之和')],
  }
}

const NOTHING_KNOWN: Knowledge = { statScope: false, honours: false, leaders: false }

/** Lists are published province by province: one without a list has no zero. */
export async function knowledgeIn(
  context: SourceContext,
  frame: Frame,
  chain: string,
  rows: ReadonlyMap<string, Pick<RegionRows, 'total'>>,
): Promise<Map<string, Knowledge>> {
  const known = new Map<string, Knowledge>()
  for (const [region, { total }] of rows)
    known.set(region, await knowledgeOf(context, { ...frame, region }, chain, total))
  return known
}

/** A total is known in part where any part of it is. */
export const anyOf = (known: readonly Knowledge[]): Knowledge => ({
  statScope: known.some(({ statScope }) => statScope),
  honours: known.some(({ honours }) => honours),
  leaders: known.some(({ leaders }) => leaders),
})

function nationSentence(shown: readonly NationProvince[]): string {
  const names = shown.map(({ name }) => name).join('、')
  return shown.length === 0
    ? '还没有省份导入本统计期的数据；各省均为暂无数据，不是零。'
    : `合计只是已导入且有本统计期数据的 ${shown.length} 个省份之和（${names}），不是全国数；其余省份暂无数据，不是零。规上、优质企业、链主只含报送了名单的省份。`
}
