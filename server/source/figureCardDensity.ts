import type { FigureRef } from '@domain/figure/figureRef'
import { densityOf, densityPerYi } from '@domain/indicator/density'
import { COUNTRY } from './context'
import { knownIn, readCell } from './figureCardCells'
import { figureInput, plainInput, textOf, type Material, type Opened } from './figureCardMaterial'
import { figuresOf } from './figures'
import { readMarket } from './marketReading'

/** 专精特新企业数 and its two densities. */
export async function densityMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const own: FigureRef = { ...ref, indicator: 'specialised' }
  if (frame.region === COUNTRY)
    return { value: null, formula: 'count', inputs: [], rests: [], refusal: '专精特新密度按省、市、县计算' }
  const { subject, total } = await readCell(context, frame, ref)
  const known = await knownIn(context, frame, ref, total, null)
  const market = await readMarket(context, frame, ref, subject.enterprises)
  const specialised = known.honours ? market.specialised : null
  const rests: FigureRef[] = [{ ...ref, indicator: 'honoured' }]
  if (ref.indicator === 'specialised') {
    const part = plainInput('specialised', 'part', '名单中的企业', textOf(specialised), '按企业逐家数出')
    return { value: textOf(specialised), formula: 'count', inputs: specialised === null ? [] : [part], rests }
  }
  const { aboveScale, revenueWan, revenueSuppressed } = figuresOf(subject, known)
  const numerator = figureInput(opened, { role: 'own', name: '专精特新企业数', value: specialised, ref: own })
  if (ref.indicator === 'specialised-density') {
    const whole: FigureRef = { ...ref, indicator: 'above-scale' }
    return {
      value: densityOf(specialised, aboveScale),
      formula: 'share',
      inputs: [numerator, figureInput(opened, { role: 'whole', name: '规上企业数', value: aboveScale, ref: whole })],
      rests: [...rests, whole],
      refusal: specialised !== null && aboveScale === 0 ? '没有规上企业' : undefined,
    }
  }
  const whole: FigureRef = { ...ref, indicator: 'revenue' }
  const revenue = {
    role: 'whole' as const,
    name: '营业收入',
    value: revenueWan,
    suppressed: revenueSuppressed,
    ref: whole,
  }
  return {
    value: densityPerYi(specialised, revenueWan),
    formula: 'perYi',
    inputs: [numerator, figureInput(opened, revenue)],
    rests: [...rests, whole],
    suppressed: revenueSuppressed,
  }
}
