import type { ClusterIndicator } from '@contract/clusters'
import { MOST_COMPARED } from '@contract/compare'
import type { Dataset, DivisionMode, Scope } from '@contract/common'
import { networkIntentions, NO_FIRM } from './networkParams'
import type { Classing, ViewState } from './viewParams'

export const COUNTRY = '100000'

export const provinceOf = (region: string) => `${region.slice(0, 2)}0000`

/** What users do to the view; each is one step of the back button. */
export function viewIntentions(state: () => ViewState, change: (part: Partial<ViewState>) => void) {
  return {
    selectRegion(region: string) {
      const isNational = region === COUNTRY || state().region === COUNTRY
      // The country shows the same chain over its provinces; only an area drawn there is not one here.
      if (isNational) return change(region === state().region ? { region } : { region, area: null })
      const stays = provinceOf(region) === provinceOf(state().region)
      // Another province has other chains, periods and data; within one the same question is asked of another place.
      const anew = { chain: null, period: null, dataset: null, node: null, q: '', area: null, year: null, stop: null }
      change(stays ? { region } : { region, ...anew, ...NO_FIRM })
    },
    /** null: the first chain of the region. */
    selectChain(chain: string | null) {
      change({ chain, node: null, q: '' })
    },
    /** null: the newest with data. */
    selectPeriod(period: string | null) {
      change({ period })
    },
    selectScope(scope: Scope) {
      change({ scope })
    },
    selectMode(mode: DivisionMode) {
      change({ mode })
    },
    /** null: real data where there is any. The periods of one dataset mean nothing in the other. */
    selectDataset(dataset: Dataset | null) {
      change({ dataset, period: null, secondPeriod: null, year: null, stop: null, ...NO_FIRM })
    },
    focusNode(node: string | null) {
      change({ node })
    },
    showAs(show: ViewState['show']) {
      change({ show })
    },
    searchFor(q: string) {
      change({ q })
    },
    ...mapIntentions(change),
    ...networkIntentions(state, change),
    ...supplyIntentions(change),
  }
}

/** What users do to the supply network. */
function supplyIntentions(change: (part: Partial<ViewState>) => void) {
  return {
    /** null: the newest year with supply links. */
    selectYear(year: string | null) {
      change({ year })
    },
    /** 推演停摆: null chooses nothing. */
    stopThese(stop: string | null) {
      change({ stop })
    },
    /** 推演停摆: null takes the defaults. */
    assumeThat(assume: string | null) {
      change({ assume })
    },
    /** 关键环节: null takes the defaults. */
    weigh(weights: string | null) {
      change({ weights })
    },
  }
}

/** What users do to the map of clusters. */
function mapIntentions(change: (part: Partial<ViewState>) => void) {
  return {
    selectIndicator(indicator: ClusterIndicator) {
      change({ indicator })
    },
    selectClassing(classing: Classing) {
      change({ classing })
    },
    selectLevel(level: ViewState['level']) {
      change({ level })
    },
    /** 地区对比: each region once, and no more than can be compared. */
    compare(codes: readonly string[]) {
      change({ compared: [...new Set(codes)].slice(0, MOST_COMPARED) })
    },
    selectSecond(second: ClusterIndicator) {
      change({ second })
    },
    /** null: the period of the left map. */
    selectSecondPeriod(secondPeriod: string | null) {
      change({ secondPeriod })
    },
    showPoints(points: ViewState['points']) {
      change({ points })
    },
    /** null: takes the selection off. */
    selectArea(area: string | null) {
      change({ area })
    },
  }
}
