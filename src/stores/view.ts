import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import type { Dataset, DivisionMode, Scope } from '@contract/common'
import { readQuery, writeQuery, type RawQuery } from '@/lib/queryParam'
import { readChoice, rememberChoice } from '@/lib/storedChoice'
import { DEFAULT_REGION, VIEW_PARAMS, type ViewState } from './viewParams'

const PROVINCE_KEY = 'province'
const provinceOf = (region: string) => `${region.slice(0, 2)}0000`

/** What is being looked at. Every page reads it, the address mirrors it; no server data lives here. */
export const useView = defineStore('view', () => {
  const start = readQuery(VIEW_PARAMS, { region: readChoice(PROVINCE_KEY) ?? DEFAULT_REGION }).state
  const state = shallowRef<ViewState>(start)
  const hints = shallowRef<string[]>([])
  const query = computed(() => writeQuery(VIEW_PARAMS, state.value))

  function change(part: Partial<ViewState>) {
    state.value = { ...state.value, ...part }
    rememberChoice(PROVINCE_KEY, provinceOf(state.value.region))
  }

  /** Takes the picture from an address; one without a region opens the province used last on this machine. */
  function restore(raw: RawQuery) {
    const remembered = raw.region === undefined ? { ...raw, region: readChoice(PROVINCE_KEY) ?? DEFAULT_REGION } : raw
    const reading = readQuery(VIEW_PARAMS, remembered)
    hints.value = reading.hints
    change(reading.state)
  }

  function selectRegion(region: string) {
    const stays = provinceOf(region) === provinceOf(state.value.region)
    // Another province has other chains, periods and data; within one the same question is asked of another place.
    change(stays ? { region } : { region, chain: null, period: null, dataset: null, node: null, q: '' })
  }

  function selectChain(chain: string) {
    change({ chain, node: null, q: '' })
  }

  function selectPeriod(period: string | null) {
    change({ period })
  }

  function selectScope(scope: Scope) {
    change({ scope })
  }

  function selectMode(mode: DivisionMode) {
    change({ mode })
  }

  function selectDataset(dataset: Dataset | null) {
    change({ dataset, period: null })
  }

  function focusNode(node: string | null) {
    change({ node })
  }

  function showAs(show: ViewState['show']) {
    change({ show })
  }

  function searchFor(q: string) {
    change({ q })
  }

  function tell(hint: string) {
    if (!hints.value.includes(hint)) hints.value = [...hints.value, hint]
  }

  function dismissHints() {
    hints.value = []
  }

  const part = <Key extends keyof ViewState>(key: Key) => computed(() => state.value[key])

  return {
    region: part('region'), chain: part('chain'), period: part('period'), scope: part('scope'), mode: part('mode'),
    dataset: part('dataset'), node: part('node'), show: part('show'), q: part('q'),
    query, hints, restore, selectRegion, selectChain, selectPeriod, selectScope, selectMode, selectDataset, focusNode,
    showAs, searchFor, tell, dismissHints,
  }
})
