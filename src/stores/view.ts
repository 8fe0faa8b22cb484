import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { readQuery, writeQuery, type RawQuery } from '@/lib/queryParam'
import { readChoice, rememberChoice } from '@/lib/storedChoice'
import { COUNTRY, provinceOf, viewIntentions } from './viewIntentions'
import { DEFAULT_REGION, VIEW_PARAMS, type ViewState } from './viewParams'

const PROVINCE_KEY = 'province'

/** What is being looked at. Every page reads it, the address mirrors it; no server data lives here. */
export const useView = defineStore('view', () => {
  const state = shallowRef(readQuery(VIEW_PARAMS, { region: lastProvince() }).state)
  const hints = shallowRef<string[]>([])
  /** True while a change is a correction; the mirror of the address asks. */
  const isCorrecting = shallowRef(false)
  const query = computed(() => writeQuery(VIEW_PARAMS, state.value))

  function change(part: Partial<ViewState>) {
    state.value = { ...state.value, ...part }
    if (state.value.region !== COUNTRY) rememberChoice(PROVINCE_KEY, provinceOf(state.value.region))
  }

  /** Takes the picture from an address; only a bare one opens the province used last on this machine. */
  function restore(raw: RawQuery) {
    const reading = readQuery(VIEW_PARAMS, Object.keys(raw).length === 0 ? { region: lastProvince() } : raw)
    hints.value = reading.hints
    change(reading.state)
  }

  /** Sets right what cannot be shown here and tells so; not a step of the user's, so the back button skips it. */
  function correct(part: Partial<ViewState>, hint: string) {
    if (!hints.value.includes(hint)) hints.value = [...hints.value, hint]
    isCorrecting.value = true
    change(part)
    isCorrecting.value = false
  }

  function dismissHints() {
    hints.value = []
  }

  const part = <Key extends keyof ViewState>(key: Key) => computed(() => state.value[key])
  return {
    region: part('region'),
    chain: part('chain'),
    period: part('period'),
    scope: part('scope'),
    mode: part('mode'),
    dataset: part('dataset'),
    node: part('node'),
    show: part('show'),
    q: part('q'),
    indicator: part('indicator'),
    classing: part('classing'),
    level: part('level'),
    compared: part('compared'),
    second: part('second'),
    secondPeriod: part('secondPeriod'),
    points: part('points'),
    area: part('area'),
    query,
    hints,
    isCorrecting,
    ...viewIntentions(() => state.value, change),
    restore,
    correct,
    dismissHints,
  }
})

/** The province used last on this machine. */
export const lastProvince = () => readChoice(PROVINCE_KEY) ?? DEFAULT_REGION
