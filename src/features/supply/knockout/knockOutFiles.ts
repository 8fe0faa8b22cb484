import type { KnockOut } from '@contract/knockOut'
import { toneOf, type NetworkPalette } from '@/graph/network/networkPalette'
import type { PictureLegend } from '@/graph/network/networkPicture'
import { FONT_STACK } from '@/lib/fontStack'
import { countText, momentText } from '@/lib/format'
import { amountText } from '@/features/supply/amountText'
import { disc, words } from '@/lib/ink'
import type { PictureText } from '@/lib/pictureFrame'
import { DATASET_NAMES } from '@/stores/viewWords'
import { assumptionWords } from './assumptionFields'
import { BOTH_RULE, moneyLines, moneyWords } from './moneyLines'
import { spreadWords } from './spread'
import { WAVE_LEGEND } from './waveScene'

/** 推演，非预测 stands in the title, so that no picture goes without it. */
export function pictureText(result: KnockOut, name: string, now: Date): PictureText {
  const { regionName, year, dataset, updatedAt, stopped, hit, atRiskWan, unknownAmounts } = result
  const updated = updatedAt === null ? '未发布' : momentText(updatedAt)
  return {
    title: `【推演，非预测】${regionName} · ${name}`,
    lines: [
      `停摆 ${countText(stopped)} 家，波及 ${countText(hit)} 家，风险收入合计 ${amountText(atRiskWan)}；没有金额、未计入 ${countText(unknownAmounts)} 家`,
      `其中${moneyLines(result).map(moneyWords).join('；')}。${BOTH_RULE}`,
      spreadWords(result.assumptions),
      `假设：${assumptionWords(result.assumptions).join('；')}`,
      ...(result.isCut ? ['图上只画前 1,000 家'] : []),
      ...result.method,
    ],
    footer: `推演，非预测；${year ?? ''} 年供应关系；${DATASET_NAMES[dataset]}，发布于 ${updated}；导出于 ${momentText(now.toISOString())}`,
    demo: dataset === 'demo',
  }
}

export function pictureName({ regionName, dataset }: KnockOut, name: string): string {
  const demo = dataset === 'demo' ? '-演示数据' : ''
  return `${regionName}-推演停摆-${name}${demo}.png`.replace(/[\\/:*?"<>| ]+/g, '')
}

const LEGEND_HEIGHT = 44
const STEP = 150

export function waveLegend(palette: NetworkPalette): PictureLegend {
  const style = { size: 18, weight: 500, colour: palette.text, family: FONT_STACK }
  return {
    height: LEGEND_HEIGHT,
    paint: (ctx, { x, y, height }) => {
      WAVE_LEGEND.forEach(({ tone, label }, i) => {
        disc(ctx, x + i * STEP + 8, y + height / 2, 8)
        ctx.fillStyle = toneOf(palette, tone)
        ctx.fill()
        words(ctx, label, x + i * STEP + 24, y + height / 2, style)
      })
      const warning = { ...style, weight: 800, colour: toneOf(palette, 'stopped') }
      words(ctx, '推演，非预测', x + WAVE_LEGEND.length * STEP + 40, y + height / 2, warning)
    },
  }
}
