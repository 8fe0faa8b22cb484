import { FONT_STACK } from '@/lib/fontStack'
import { widthInEm, withAlpha } from '@/lib/ink'
import type { Box } from '@/graph/scene'
import type { SceneNode } from './networkScene'
import { cutName, isLead, nameSize } from './nameRoom'
import type { NetworkPalette } from './networkPalette'
import { screenRadius, type NetworkView } from './networkView'
import type { Occupied } from './occupied'

type Ctx = CanvasRenderingContext2D

interface LabelRule {
  /** At most so many. */
  budget: number
  /** Discs smaller than this on the screen go without. */
  leastRadius: number
  /** In columns names stand to the right of their discs or nowhere. */
  besideOnly: boolean
  /** Pixels free for a name; longer ones are cut. */
  roomOf: (node: SceneNode) => number
  /** Free pixels between disc and name. */
  gap: number
}

interface Label {
  text: string
  x: number
  y: number
  size: number
  weight: number
  align: CanvasTextAlign
}

const LINE = 1.32
/** Rows of a column may stand closer than names scattered on a plane. */
const TIGHT_LINE = 1
/** One name for so many square pixels of the screen: more is a grey mass. */
const AREA_PER_LABEL = 9000
/** In rows names do not disturb each other. */
const AREA_PER_ROW = 2500
/** In a crowd only larger discs are named: the more there are in view, the larger. */
const CROWDS = [
  { nodes: 300, leastRadius: 0 },
  { nodes: 1200, leastRadius: 3 },
  { nodes: Infinity, leastRadius: 3.8 },
]

const anyRoom = () => Infinity

/** How much may be written with so many nodes in view; in columns (`inRows`) each name has `roomOf` to itself. */
export function labelRule(
  { width, height, scale }: NetworkView,
  inView: number,
  inRows?: LabelRule['roomOf'],
): LabelRule {
  const crowd = inRows ? undefined : CROWDS.find(({ nodes }) => inView <= nodes)
  return {
    budget: Math.round((width * height) / ((inRows ? AREA_PER_ROW : AREA_PER_LABEL) * scale * scale)),
    leastRadius: (crowd?.leastRadius ?? 0) * scale,
    besideOnly: inRows !== undefined,
    roomOf: inRows ?? anyRoom,
    gap: 4,
  }
}

/** Writes the names of the first nodes that find a free place beside, below or above their discs. */
export function paintLabels(
  ctx: Ctx,
  ranked: readonly SceneNode[],
  view: NetworkView,
  palette: NetworkPalette,
  occupied: Occupied,
  rule: LabelRule,
) {
  const labels: Label[] = []
  for (const node of ranked) {
    if (labels.length >= rule.budget) break
    const radius = screenRadius(node.radius, view)
    if (radius < rule.leastRadius && node.mark !== 'star') continue
    const label = placed(node, radius, view, occupied, rule)
    if (label) labels.push(label)
  }
  write(ctx, labels, view, palette)
}

function placed(node: SceneNode, radius: number, view: NetworkView, occupied: Occupied, rule: LabelRule): Label | null {
  const { zoom, x: left, y: top } = view.camera
  const [x, y] = [node.x * zoom + left, node.y * zoom + top]
  if (x < 0 || y < 0 || x > view.width || y > view.height) return null
  const size = nameSize(node) * view.scale
  const text = cutName(node.label, rule.roomOf(node) / size)
  if (text === null) return null
  const width = widthInEm(text) * size
  const weight = node.mark === 'star' ? 700 : 500
  const gap = radius + (rule.gap + (node.mark === 'group' ? 2 : 0)) * view.scale
  const half = (size * (rule.besideOnly ? TIGHT_LINE : LINE)) / 2
  const beside = { text, size, weight, y }
  const choices: Label[] = [
    { ...beside, x: x + gap, align: 'left' },
    { ...beside, x: x - gap, align: 'right' },
    { ...beside, x, y: y + gap + half * 0.9, align: 'center' },
    { ...beside, x, y: y - gap - half * 0.9, align: 'center' },
  ]
  if (isLead(node)) choices.unshift(...choices.splice(2, 1))
  else if (rule.besideOnly) choices.length = 1
  return choices.find((choice) => occupied.claim(boxOf(choice, width, half), node.mark !== 'star')) ?? null
}

function boxOf({ x, y, align }: Label, width: number, half: number): Box {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { x: left - 2, y: y - half, width: width + 4, height: 2 * half }
}

/** A dark edge in the colour of the ground keeps names readable on top of edges. */
function write(ctx: Ctx, labels: readonly Label[], { scale }: NetworkView, palette: NetworkPalette) {
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3.2 * scale
  ctx.strokeStyle = withAlpha(palette.background, 0.86)
  for (const { text, x, y, size, weight, align } of labels) {
    ctx.font = `${weight} ${size}px ${FONT_STACK}`
    ctx.textAlign = align
    const baseline = y + size * 0.06
    ctx.strokeText(text, x, baseline)
    ctx.fillStyle = weight === 700 ? palette.goldText : palette.text
    ctx.fillText(text, x, baseline)
  }
}
