import type { Panorama, Strength } from '@contract/panorama'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureRef } from '@/lib/figureRefs'
import type { ShownFigure } from '@/lib/figureLook'
import { momentText } from '@/lib/format'
import { shownShare } from '@/lib/shownFigures'
import { STRENGTH_NAMES } from './panoramaTheme'
import { countRef, countShown, revenueRef, yiShown, type CountName, type FigureUnit } from './unitFigures'

export interface KpiTile {
  id: string
  label: string
  shown: ShownFigure
  /** Stands behind a number, and not behind what takes the place of one. */
  unit: string
  /** Its card. */
  figure?: string
  /** What a tile without a card says of itself. */
  detail?: { definition: string; lines: string[] }
  tone?: 'gold'
  /** Long values such as a date are set smaller. */
  isText?: boolean
}

export const STRENGTHS: Strength[] = ['strong', 'fair', 'weak', 'missing']

/** The cards of the numbers of nodes by 强弱. */
export const STRENGTH_FIGURES: Record<Strength, FigureIndicator> = {
  strong: 'strong-nodes',
  fair: 'fair-nodes',
  weak: 'weak-nodes',
  missing: 'missing-nodes',
}

const WHOLE: FigureUnit = { kind: 'chain', unit: '' }

/** The head of the page. null is 未报送, never zero. */
export function kpiTiles(panorama: Panorama): KpiTile[] {
  return [...enterpriseTiles(panorama), strengthTile(panorama), ...chainTiles(panorama)]
}

/** What is no number is written in words, and needs no unit. */
function figureTile(id: string, label: string, shown: ShownFigure, unit: string, figure: string): KpiTile {
  const isText = shown.look === 'missing' || shown.look === 'suppressed'
  return { id, label, shown, unit: isText ? '' : unit, isText, figure }
}

function enterpriseTiles({ figures, view }: Panorama): KpiTile[] {
  const count = (id: string, label: string, name: CountName) =>
    figureTile(id, label, countShown(figures, name), '家', countRef(view, WHOLE, name))
  return [
    count('enterprises', '链上企业', 'enterprises'),
    figureTile('revenue', '营业收入', yiShown(figures), '亿元', revenueRef(view, WHOLE)),
    count('above-scale', '规上企业', 'aboveScale'),
    count('honoured', '优质企业', 'honoured'),
    { ...count('leaders', '链主', 'leaders'), tone: 'gold' },
  ]
}

/** Drawn with the colours of the graph, each number with a card of its own; the text is for those who hear it. */
function strengthTile({ strengths }: Panorama): KpiTile {
  const counts = STRENGTHS.map((strength) => `${STRENGTH_NAMES[strength]} ${strengths[strength]}`)
  return { id: 'strengths', label: '环节强弱（个）', shown: plainText(counts.join(' ')), unit: '' }
}

function chainTiles({ completeness, linkRate, view }: Panorama): KpiTile[] {
  const updated = view.updatedAt === null ? null : momentText(view.updatedAt)
  return [
    figureTile('completeness', '完整度', shownShare(completeness, '未测算'), '', figureRef(view, 'completeness')),
    figureTile(
      'link-rate',
      '挂链率',
      shownShare(linkRate.ratio, '未测算'),
      '',
      figureRef(view, 'link-rate', { kind: 'total' }),
    ),
    {
      id: 'updated',
      label: '最近发布',
      shown: plainText(updated?.slice(0, 10) ?? '未发布'),
      unit: '',
      isText: true,
      detail: {
        definition: '最近一次发布或撤回批次的时间；统计期另见页面上方。',
        lines: [updated ?? '从未发布数据', `数据版本 ${view.version}`],
      },
    },
  ]
}

const plainText = (text: string): ShownFigure => ({ look: 'value', text, reason: null })
