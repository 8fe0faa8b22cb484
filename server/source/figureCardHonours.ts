import type { FigureInput } from '@contract/figures'
import type { FigureRef } from '@domain/figure/figureRef'
import { COUNTRY } from './context'
import { knownIn, partsOf, readCell } from './figureCardCells'
import { countBehind, filterFor } from './figureCardLists'
import { figureInput, plainInput, regionName, type Material, type Opened } from './figureCardMaterial'

/** 分级的优质企业数: counted enterprise by enterprise, on the day that the period is judged by. */
export async function tierMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const nothing: Material = { value: null, formula: 'count', inputs: [], rests: [] }
  if (frame.region === COUNTRY) return { ...nothing, refusal: '分级的优质企业数按省、市、县统计' }
  const total = { ...ref, kind: 'total' as const, chain: null, unit: '' }
  const known = await knownIn(context, frame, total, (await readCell(context, frame, total)).total, null)
  if (!known.honours) return { ...nothing, rests: [ref] }
  const behind = await countBehind(context, await filterFor(context, frame, ref))
  const note = '按统计期末判定有效期，统计期未结束的按今天；一家企业在这一级只计一次，各级不能相加。'
  return { value: String(behind.enterprises), formula: 'count', inputs: await inputsOf(opened), rests: [ref], note }
}

async function inputsOf(opened: Opened): Promise<FigureInput[]> {
  const { context, frame, ref } = opened
  const { regions, rest } = await partsOf(context, frame)
  const count = async (filter: Awaited<ReturnType<typeof filterFor>>) =>
    (await countBehind(context, filter)).enterprises
  if (regions.length === 0) {
    const value = String(await count(await filterFor(context, frame, ref)))
    return [plainInput(ref.indicator, 'part', '名单中的企业', value, '按企业逐家数出，可打开名单核对')]
  }
  const inputs: FigureInput[] = []
  for (const region of regions) {
    const part: FigureRef = { ...ref, region }
    const value = await count(await filterFor(context, { ...frame, region }, part))
    if (value > 0)
      inputs.push(figureInput(opened, { role: 'part', name: regionName(context, region), value, ref: part }))
  }
  const others = rest.length === 0 ? 0 : await count(await filterFor(context, frame, ref, rest))
  if (others > 0) inputs.push(plainInput(ref.indicator, 'part', '未定位到下级地区', String(others), '按企业逐家计'))
  return inputs.length > 0 ? inputs : [plainInput(ref.indicator, 'part', '名单中的企业', '0')]
}
