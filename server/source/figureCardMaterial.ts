import type { FigureInput } from '@contract/figures'
import type { ChainPack } from '@domain/chain/pack'
import type { Suppression } from '@domain/disclosure/suppression'
import type { InputRole } from '@domain/figure/figureInput'
import { formatRef, type FigureIndicator, type FigureRef } from '@domain/figure/figureRef'
import type { FigureFormula } from '@domain/figure/formulas'
import { COUNTRY, maySee, type SourceContext } from './context'
import { meaningOf } from './figureCardMeaning'
import type { ClusterSet } from './figureCardSets'
import type { Principal } from './principal'
import type { Frame } from './view'

/** A reference whose every part was found. */
export interface Opened {
  context: SourceContext
  principal: Principal
  frame: Frame
  ref: FigureRef
  pack: ChainPack | null
  /** The industry cluster that the figure is about. */
  cluster: ClusterSet | null
}

/** What a card is made of. */
export interface Material {
  value: string | null
  formula: FigureFormula
  inputs: FigureInput[]
  /** Figures whose batches are its 来源. */
  rests: FigureRef[]
  /** What must be said beside the formula. */
  note?: string
  /** 抑制: why the value is not public; null or absent = it is, or there is none. */
  suppressed?: Suppression | null
  /** Why there is no value, where the formula itself refuses. */
  refusal?: string
}

export const regionName = (context: SourceContext, code: string) =>
  code === COUNTRY ? '全国' : context.regions.name(code)

/** What an input is given with. */
export interface Given {
  role: InputRole
  name: string
  value: string | number | null
  ref: FigureRef
  note?: string | null
  /** Why the value is not public; it is then not given. */
  suppressed?: Suppression | null
  /** False where the card of the reference would answer for another reading. */
  opens?: boolean
}

/** An input that is a figure itself. Numbers of regions out of the principal's sight are not handed out as inputs. */
export function figureInput({ context, principal }: Opened, given: Given): FigureInput {
  const { form, unit } = meaningOf(given.ref.indicator)
  const isSeen = maySee(context, principal, given.ref.region)
  const suppressed = given.suppressed ?? null
  return {
    role: given.role,
    name: given.name,
    value: isSeen && suppressed === null && given.value !== null ? String(given.value) : null,
    form,
    unit,
    ref: isSeen && given.opens !== false ? formatRef(given.ref) : null,
    note: given.note ?? null,
    suppressed,
    withheld: !isSeen,
  }
}

/** An input that no card explains further: counted now, from the enterprises. */
export function plainInput(
  indicator: FigureIndicator,
  role: InputRole,
  name: string,
  value: string | null,
  note: string | null = null,
): FigureInput {
  const { form, unit } = meaningOf(indicator)
  return { role, name, value, form, unit, ref: null, note, suppressed: null, withheld: false }
}

export const textOf = (value: number | string | null) => (value === null ? null : String(value))
