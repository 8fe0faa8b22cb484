import type { Panorama, Strength } from '@contract/panorama'
import { countText, momentText, shareText, yiText } from '@/lib/format'
import { STRENGTH_NAMES } from './panoramaTheme'

export interface KpiTile {
  id: string
  label: string
  value: string
  unit: string
  /** What the number is. */
  definition: string
  /** What it was made of, with the numbers. */
  inputs: string[]
  tone?: 'gold'
  /** Long values such as a date are set smaller. */
  isText?: boolean
}

const UNREPORTED = '未报送'
export const STRENGTHS: Strength[] = ['strong', 'fair', 'weak', 'missing']

/** The head of the page: every number with its definition and its parts. null is 未报送, never zero. */
export function kpiTiles(panorama: Panorama): KpiTile[] {
  return [...enterpriseTiles(panorama), strengthTile(panorama), ...chainTiles(panorama)]
}

function enterpriseTiles({ figures }: Panorama): KpiTile[] {
  const { enterprises, revenueWan, revenueReporting, aboveScale, honoured, leaders } = figures
  const all = `链上企业 ${countText(enterprises)} 家`
  return [
    {
      id: 'enterprises',
      label: '链上企业',
      value: countText(enterprises),
      unit: '家',
      definition: '至少在本链一个环节上的企业，按统一社会信用代码去重，一家只计一次。',
      inputs: [all],
    },
    {
      id: 'revenue',
      label: '营业收入',
      value: revenueWan === null ? UNREPORTED : yiText(revenueWan),
      unit: revenueWan === null ? '' : '亿元',
      isText: revenueWan === null,
      definition: '链上企业营业收入之和，只计已报送的企业；未报送的不按零计，也不推算。',
      inputs: [all, `其中报送营业收入 ${countText(revenueReporting)} 家`],
    },
    {
      id: 'above-scale',
      label: '规上企业',
      ...counted(aboveScale, UNREPORTED),
      definition: '已纳入统计范围（四上在库）的链上企业。',
      inputs: [all, aboveScale === null ? '名录没有报送纳统情况' : `规上企业 ${countText(aboveScale)} 家`],
    },
    {
      id: 'honoured',
      label: '优质企业',
      ...counted(honoured, '未导入'),
      definition: '在有效期内持有专精特新、小巨人、单项冠军、瞪羚等称号的链上企业，一家只计一次。',
      inputs: [all, honoured === null ? '没有导入荣誉名单' : `持有效称号 ${countText(honoured)} 家`],
    },
    {
      id: 'leaders',
      label: '链主',
      ...counted(leaders, '未导入'),
      tone: 'gold',
      definition: '链主名单中的本链企业。名单由主管部门提供，本系统不评定。',
      inputs: [leaders === null ? '没有导入链主名单' : `链主企业 ${countText(leaders)} 家`],
    },
  ]
}

/** Drawn with the colours of the graph; the text is for those who hear it. */
function strengthTile({ strengths }: Panorama): KpiTile {
  const counts = STRENGTHS.map((strength) => `${STRENGTH_NAMES[strength]} ${strengths[strength]}`)
  return {
    id: 'strengths',
    label: '环节强弱（个）',
    value: counts.join(' '),
    unit: '',
    definition:
      '每个环节按规上企业数与区位商判为强、一般、弱或缺；没有纳统情况时退按企业数推算。各环节的依据在环节详情与表格中。',
    inputs: counts.map((count) => `${count} 个`),
  }
}

function chainTiles({ completeness, linkRate, nodes, strengths, view }: Panorama): KpiTile[] {
  const { enterprises, linked, ratio, revenueRatio } = linkRate
  return [
    {
      id: 'completeness',
      label: '完整度',
      value: shareText(completeness),
      unit: '',
      isText: completeness === null,
      definition: '不缺的环节所占比重，按环节重要程度（1—3）加权。',
      inputs: [`环节 ${nodes.length} 个`, `其中缺 ${strengths.missing} 个`],
    },
    {
      id: 'link-rate',
      label: '挂链率',
      value: shareText(ratio),
      unit: '',
      isText: ratio === null,
      definition: '本地区名录企业中，至少挂上一条产业链的比重（不限于本链）。',
      inputs: [
        `名录企业 ${countText(enterprises)} 家`,
        `已挂链 ${countText(linked)} 家`,
        `按营业收入：${revenueRatio === null ? UNREPORTED : shareText(revenueRatio)}`,
      ],
    },
    {
      id: 'updated',
      label: '最近发布',
      value: view.updatedAt === null ? '未发布' : momentText(view.updatedAt).slice(0, 10),
      unit: '',
      isText: true,
      definition: '最近一次发布或撤回批次的时间；统计期另见页面上方。',
      inputs: [view.updatedAt === null ? '从未发布数据' : momentText(view.updatedAt), `数据版本 ${view.version}`],
    },
  ]
}

const counted = (count: number | null, missing: string) =>
  count === null ? { value: missing, unit: '', isText: true } : { value: countText(count), unit: '家' }
