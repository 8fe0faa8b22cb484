import { FONT_STACK as FAMILY } from '@/lib/fontStack'
import { roundedRect, widthInEm, withAlpha, words } from '@/lib/ink'
import { markedWords } from '@/lib/lockInk'
import type { Brush } from '@/graph/scene'
import type { Strength } from '@contract/panorama'
import type { GroupPaint, LabelPaint, StagePaint, StrengthCounts } from './panoramaPaint'
import { PANORAMA_THEMES, type PanoramaTheme } from './panoramaTheme'

const ORDER: Strength[] = ['strong', 'fair', 'weak', 'missing']
const SHORT_NAMES: Record<Strength, string> = { strong: '强', fair: '一般', weak: '弱', missing: '缺' }
/** Words smaller than this are noise: they are left out until one zooms in. */
const SMALLEST_WORDS = 7.5

export function paintStage(brush: Brush, stage: StagePaint) {
  const { ctx, scale, height } = brush
  const theme = PANORAMA_THEMES[stage.mode]
  paintStageArrow(brush, stage, theme)
  const column = brush.width - stage.reach * scale
  const left = (stage.first ? 14 : 26) * stage.unit * scale
  const big = height * 0.46
  words(ctx, stage.name, left, height / 2, { size: big, weight: 800, colour: theme.text, family: FAMILY })
  const size = height * 0.235
  const textX = left + big * 2.35
  const right = column - (stage.last ? 10 : 0) * stage.unit * scale
  const chips = paintChips(brush, stage.counts, right, theme)
  if (size * 0.9 < SMALLEST_WORDS) return
  const room = chips - textX - 8 * scale
  if (room < size * 4) return
  words(ctx, stage.title, textX, height * 0.32, { size, weight: 600, colour: theme.text, family: FAMILY, width: room })
  markedWords(ctx, wordingThatFits(stage.totals, size * 0.94, room), textX, height * 0.69, {
    size: size * 0.94,
    weight: 400,
    colour: theme.subText,
    family: FAMILY,
    width: room,
  })
}

/** A number is never cut: a shorter wording takes its place, or none. */
const wordingThatFits = (wordings: string[], size: number, room: number) =>
  wordings.find((wording) => widthInEm(wording) * size <= room * 1.1) ?? ''

function paintStageArrow({ ctx, width, height, scale }: Brush, stage: StagePaint, theme: PanoramaTheme) {
  const notch = 16 * stage.unit * scale
  const tip = stage.last ? 0 : notch
  ctx.beginPath()
  ctx.moveTo(0.5, 0.5)
  ctx.lineTo(width - tip, 0.5)
  ctx.lineTo(width - 0.5, stage.last ? 0.5 : height / 2)
  if (stage.last) ctx.lineTo(width - 0.5, height - 0.5)
  ctx.lineTo(width - tip, height - 0.5)
  ctx.lineTo(0.5, height - 0.5)
  if (!stage.first) ctx.lineTo(notch, height / 2)
  ctx.closePath()
  const fill = ctx.createLinearGradient(0, 0, width, 0)
  fill.addColorStop(0, theme.stage[0])
  fill.addColorStop(0.6, theme.stage[1])
  fill.addColorStop(1, theme.stage[0])
  ctx.fillStyle = fill
  ctx.fill()
  ctx.strokeStyle = withAlpha(theme.stageStroke, 0.7)
  ctx.lineWidth = 1
  ctx.stroke()
}

/** Strength counters, right-aligned; returns where they begin. */
function paintChips({ ctx, height }: Brush, counts: StrengthCounts, right: number, theme: PanoramaTheme): number {
  const size = Math.max(8, height * 0.225)
  const chip = { height: size * 1.65, gap: size * 0.35 }
  let x = right
  for (const strength of [...ORDER].reverse()) {
    const text = `${SHORT_NAMES[strength]}${counts[strength]}`
    // Two characters of the name ask for one more em.
    const width = size * (1.75 + SHORT_NAMES[strength].length)
    x -= width
    roundedRect(ctx, x, (height - chip.height) / 2, width, chip.height, size * 0.35)
    ctx.fillStyle = withAlpha(theme.panel.length === 7 ? theme.panel : '#000000', 0.82)
    ctx.fill()
    ctx.strokeStyle = withAlpha(theme.strength[strength], 0.75)
    ctx.lineWidth = 1
    ctx.stroke()
    words(ctx, text, x + width / 2, height / 2, {
      size,
      weight: 700,
      colour: theme.strengthText[strength],
      family: FAMILY,
      align: 'center',
      width: width - 4,
    })
    x -= chip.gap
  }
  return x
}

export function paintGroup(brush: Brush, group: GroupPaint) {
  const { ctx, scale, width, height } = brush
  const theme = PANORAMA_THEMES[group.mode]
  const head = group.headHeight * scale
  const radius = Math.min(9, 9 * group.unit * scale)
  roundedRect(ctx, 0.5, 0.5, width - 1, height - 1, radius)
  ctx.fillStyle = theme.panel
  ctx.fill()
  ctx.save()
  ctx.clip()
  ctx.fillStyle = theme.panelHead
  ctx.fillRect(0, 0, width, head)
  ctx.restore()
  ctx.strokeStyle = theme.panelStroke
  ctx.lineWidth = 1
  ctx.stroke()
  paintGroupHead(brush, group, head, theme)
}

function paintGroupHead({ ctx, width, scale }: Brush, group: GroupPaint, head: number, theme: PanoramaTheme) {
  const left = 9 * group.unit * scale
  const mark = head * 0.46
  roundedRect(ctx, left, (head - mark) / 2 + 0.5, Math.max(2, head * 0.13), mark, 1.5)
  ctx.fillStyle = theme.strength[worstOf(group.counts)]
  ctx.fill()
  const bar = { width: Math.min(width * 0.22, head * 4.4), right: width - left }
  const size = head * 0.6
  if (size >= SMALLEST_WORDS) {
    const nameX = left + head * 0.36
    const nameWidth = [...group.name].length * size * 1.02
    const room = bar.right - bar.width - nameX - head * 0.5
    words(ctx, group.name, nameX, head / 2 + 0.5, {
      size,
      weight: 700,
      colour: theme.text,
      family: FAMILY,
      width: room,
    })
    const totalsSize = head * 0.49
    const left2 = nameX + nameWidth + head * 0.45
    const totalsRoom = bar.right - bar.width - head * 0.5 - left2
    const totals = totalsSize >= SMALLEST_WORDS ? wordingThatFits(group.totals, totalsSize, totalsRoom) : ''
    const style = { size: totalsSize, weight: 400, colour: theme.subText, family: FAMILY, width: totalsRoom }
    if (totals) markedWords(ctx, totals, left2, head / 2 + 0.5, style)
  }
  paintStrengthBar(ctx, group.counts, bar.right - bar.width, head, bar.width, theme)
}

function paintStrengthBar(
  ctx: CanvasRenderingContext2D,
  counts: StrengthCounts,
  left: number,
  head: number,
  width: number,
  theme: PanoramaTheme,
) {
  const total = ORDER.reduce((sum, strength) => sum + counts[strength], 0)
  const thick = Math.max(2, head * 0.22)
  let x = left
  for (const strength of ORDER) {
    if (counts[strength] === 0) continue
    const length = (width * counts[strength]) / total
    roundedRect(ctx, x, (head - thick) / 2 + 0.5, Math.max(1, length - 1.5), thick, thick / 2)
    ctx.fillStyle = theme.strength[strength]
    ctx.fill()
    x += length
  }
}

/** The colour a group is marked with: its worst news first. */
function worstOf(counts: StrengthCounts): Strength {
  if (counts.missing > 0) return 'missing'
  if (counts.weak > counts.strong) return 'weak'
  return counts.strong >= counts.fair ? 'strong' : 'fair'
}

export function paintLabel({ ctx, width, height }: Brush, label: LabelPaint) {
  const theme = PANORAMA_THEMES[label.mode]
  const size = height * 0.66
  if (size < SMALLEST_WORDS) return
  roundedRect(ctx, 0.5, 0.5, width - 1, height - 1, height * 0.3)
  ctx.fillStyle = withAlpha(theme.labelFill, 0.94)
  ctx.fill()
  ctx.strokeStyle = withAlpha(theme.strength[label.strength], 0.7)
  ctx.lineWidth = 1
  ctx.stroke()
  const colour = label.strength === 'missing' ? theme.strengthText.missing : theme.text
  words(ctx, label.text, width / 2, height / 2, {
    size,
    weight: 500,
    colour,
    family: FAMILY,
    align: 'center',
    width: width - 6,
  })
}
