import { inject, type InjectionKey } from 'vue'

/** Opens the card of a number; whoever holds the page provides it. */
export type FigureOpener = (figure: string) => void

export const FIGURE_OPENER: InjectionKey<FigureOpener> = Symbol('figure opener')

/** null where nobody can open cards: numbers are then plain text. */
export const useFigureOpener = () => inject(FIGURE_OPENER, null)
