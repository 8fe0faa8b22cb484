import type { Panorama, Strength } from '@contract/panorama'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureRef } from '@/lib/figureRefs'
import { countText, momentText, shareText, yiText } from '@/lib/format'
import { STRENGTH_NAMES } from './panoramaTheme'

export interface KpiTile {
  id: string
  label: string
  value: string
  unit: string
  /** Its card. */
  figure?: string
  /** What a tile without a card says of itself. */
  detail?: { definition: string; lines: string[] }
  tone?: 'gold'
  /** Long values such as a date are set smaller. */
  isText?: boolean
}

const UNREPORTED = '未报送'
export const STRENGTHS: Strength[] = ['strong', 'fair', 'weak', 'missing']

/** The cards of the numbers of nodes by 强弱. */
export const STRENGTH_FIGURES: Record<Strength, FigureIndicator> = {
  strong: 'strong-nodes',
  fair: 'fair-nodes',
  weak: 'weak-nodes',
  missing: 'missing-nodes',
}

/** The head of the page. null is 未报送, never zero. */
export function kpiTiles(panorama: Panorama): KpiTile[] {
  return [...enterpriseTiles(panorama), strengthTile(panorama), ...chainTiles(panorama)]
}

function enterpriseTiles({ figures, view }: Panorama): KpiTile[] {
  const { enterprises, revenueWan, aboveScale, honoured, leaders } = figures
  return [
    { id: 'enterprises', label: '链上企业', ...counted(enterprises, ''), figure: figureRef(view, 'enterprises') },
    {
      id: 'revenue',
      label: '营业收入',
      value: revenueWan === null ? UNREPORTED : yiText(revenueWan),
      unit: revenueWan === null ? '' : '亿元',
      isText: revenueWan === null,
      figure: figureRef(view, 'revenue'),
    },
    {
      id: 'above-scale',
      label: '规上企业',
      ...counted(aboveScale, UNREPORTED),
      figure: figureRef(view, 'above-scale'),
    },
    { id: 'honoured', label: '优质企业', ...counted(honoured, '未导入'), figure: figureRef(view, 'honoured') },
    { id: 'leaders', label: '链主', ...counted(leaders, '未导入'), tone: 'gold', figure: figureRef(view, 'leaders') },
  ]
}

/** Drawn with the colours of the graph, each number with a card of its own; the text is for those who hear it. */
function strengthTile({ strengths }: Panorama): KpiTile {
  const counts = STRENGTHS.map((strength) => `${STRENGTH_NAMES[strength]} ${strengths[strength]}`)
  return { id: 'strengths', label: '环节强弱（个）', value: counts.join(' '), unit: '' }
}

function chainTiles({ completeness, linkRate, view }: Panorama): KpiTile[] {
  const { ratio } = linkRate
  return [
    {
      id: 'completeness',
      label: '完整度',
      value: shareText(completeness),
      unit: '',
      isText: completeness === null,
      figure: figureRef(view, 'completeness'),
    },
    {
      id: 'link-rate',
      label: '挂链率',
      value: shareText(ratio),
      unit: '',
      isText: ratio === null,
      figure: figureRef(view, 'link-rate', { kind: 'total' }),
    },
    {
      id: 'updated',
      label: '最近发布',
      value: view.updatedAt === null ? '未发布' : momentText(view.updatedAt).slice(0, 10),
      unit: '',
      isText: true,
      detail: {
        definition: '最近一次发布或撤回批次的时间；统计期另见页面上方。',
        lines: [view.updatedAt === null ? '从未发布数据' : momentText(view.updatedAt), `数据版本 ${view.version}`],
      },
    },
  ]
}

const counted = (count: number | null, missing: string) =>
  count === null ? { value: missing, unit: '', isText: true } : { value: countText(count), unit: '家' }
