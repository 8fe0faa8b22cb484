import { computed, shallowRef, type ShallowRef } from 'vue'
import { defineStore } from 'pinia'
import { readQuery, writeQuery, type RawQuery } from '@/lib/queryParam'
import { readChoice, rememberChoice } from '@/lib/storedChoice'
import { NETWORK_KEYS, type NetworkChoices } from './networkParams'
import { COUNTRY, provinceOf, viewIntentions } from './viewIntentions'
import { breaksLock, keepLock, readLock, saidIn, type ViewLock } from './viewLock'
import { DEFAULT_REGION, VIEW_PARAMS, type ViewState } from './viewParams'

const PROVINCE_KEY = 'province'

/** What is being looked at. Every page reads it, the address mirrors it; no server data lives here. */
export const useView = defineStore('view', () => {
  const lock = shallowRef(readLock())
  /** Wishes that the lock turned down so far; the shell says so. */
  const refusals = shallowRef(0)
  const state = shallowRef(held(readQuery(VIEW_PARAMS, { region: lastProvince() }).state))
  const hints = shallowRef<string[]>([])
  /** True while a change is no step of the user's; the mirror of the address asks. */
  const isCorrecting = shallowRef(false)
  const query = computed(() => writeQuery(VIEW_PARAMS, state.value))

  /** The state as the lock leaves it. */
  function held(wished: ViewState): ViewState {
    return lock.value === null ? wished : { ...wished, ...lock.value }
  }

  function change(part: Partial<ViewState>, wish = part) {
    if (lock.value !== null && breaksLock(lock.value, wish)) refusals.value += 1
    state.value = held({ ...state.value, ...part })
    if (state.value.region !== COUNTRY) rememberChoice(PROVINCE_KEY, provinceOf(state.value.region))
  }

  /** Takes the picture from an address; only a bare one opens the province used last on this machine. */
  function restore(raw: RawQuery) {
    const reading = readQuery(VIEW_PARAMS, Object.keys(raw).length === 0 ? { region: lastProvince() } : raw)
    hints.value = reading.hints
    change(reading.state, saidIn(raw, reading.state))
  }

  /** Sets right what cannot be shown here and tells so; not a step of the user's, so the back button skips it. */
  function correct(part: Partial<ViewState>, hint: string) {
    if (!hints.value.includes(hint)) hints.value = [...hints.value, hint]
    isCorrecting.value = true
    change(part)
    isCorrecting.value = false
  }

  /** 锁定口径; null unlocks, and what was locked stays chosen. */
  function holdTo(next: ViewLock | null) {
    lock.value = next
    keepLock(next)
    // Names what is shown already: no step of the back button.
    isCorrecting.value = true
    if (next) change(next)
    isCorrecting.value = false
  }

  function dismissHints() {
    hints.value = []
  }

  return {
    ...partsOf(state),
    query,
    hints,
    isCorrecting,
    lock,
    refusals,
    holdTo,
    ...viewIntentions(
      () => state.value,
      (part) => change(part),
    ),
    restore,
    correct,
    dismissHints,
  }
})

/** Every part of the view by itself, to be read and watched. */
function partsOf(state: ShallowRef<ViewState>) {
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
    year: part('year'),
    stop: part('stop'),
    assume: part('assume'),
    weights: part('weights'),
    /** 供应网络: asked and drawn together. */
    network: computed(
      () => Object.fromEntries(NETWORK_KEYS.map((key) => [key, state.value[key]])) as unknown as NetworkChoices,
    ),
  }
}

/** The province used last on this machine. */
export const lastProvince = () => readChoice(PROVINCE_KEY) ?? DEFAULT_REGION
