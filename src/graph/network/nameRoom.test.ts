import { expect, it } from 'vitest'
import type { SceneGuide, SceneNode } from './networkScene'
import { cutName, nameWidth, roomInRows } from './nameRoom'

const node = (part: Partial<SceneNode> = {}): SceneNode => ({
  id: 'a',
  x: 10,
  y: 0,
  radius: 5,
  tone: 'firm',
  label: '沈阳机床',
  weight: 1,
  ...part,
})

it.each([
  ['沈阳机床', 4, '沈阳机床'],
  ['沈阳机床', 3.5, null],
  ['大连冰山集团', 5, '大连冰山…'],
  ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰', undefined, '甲乙丙丁戊己庚辛壬癸子丑寅…'],
  ['长名字', 1, null],
])('%s within %d em is %s', (label, em, text) => {
  expect(cutName(label, em)).toBe(text)
})

it('a column leaves a name the rest of its row, the middle all it wants', () => {
  const column: SceneGuide = { kind: 'column', x: 0, width: 300, label: '上游一级', pitch: 100 }
  const view = { camera: { zoom: 1, x: 0, y: 0 }, width: 800, height: 600, scale: 1, margin: 0, whole: 1 }
  const roomOf = roomInRows([column], view)
  expect(roomOf(node())).toBe(100 - 10 - 8)
  expect(roomOf(node({ room: 200 }))).toBe(200 - 8)
  expect(roomOf(node({ x: 400 }))).toBe(Infinity)
  const lead = node({ mark: 'star', radius: 24, x: 350 })
  const middle: SceneGuide = { kind: 'column', x: 320, width: 60, label: '链主', pitch: 54 }
  expect(roomInRows([middle], view)(lead)).toBe(Infinity)
  expect(roomInRows([column, middle], view)(lead)).toBe(2 * 50 - 8)
  expect(nameWidth(node({ mark: 'star', radius: 24 }))).toBe(0)
  expect(nameWidth(node())).toBe(4 * 12 + 8)
})
