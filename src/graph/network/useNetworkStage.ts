import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Camera } from '@/graph/camera'
import { listenForGestures, type GestureHandlers } from '@/graph/gestures'
import { textScale } from '@/lib/textScale'
import type { NetworkLook } from './networkLook'
import type { NetworkModel } from './networkModel'
import { NetworkStage } from './networkStage'

interface StageOptions {
  host: Readonly<ShallowRef<HTMLElement | null>>
  model: Readonly<Ref<NetworkModel>>
  look: Readonly<Ref<NetworkLook>>
  gestures: (stage: NetworkStage) => GestureHandlers
}

/** Owns one stage for the life of a component: its size, its density, its scene. */
export function useNetworkStage({ host, model, look, gestures }: StageOptions) {
  const stage = shallowRef<NetworkStage>()
  const camera = shallowRef<Camera>({ zoom: 1, x: 0, y: 0 })
  let stopGestures: (() => void) | undefined
  let density: MediaQueryList | undefined

  function measure() {
    const element = host.value
    if (!element || element.clientWidth === 0 || element.clientHeight === 0) return
    stage.value?.resize({ width: element.clientWidth, height: element.clientHeight }, textScale())
  }

  /** A window moved to another screen changes its density without changing its size. */
  function watchDensity() {
    density?.removeEventListener('change', densityChanged)
    density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    density.addEventListener('change', densityChanged)
  }
  function densityChanged() {
    watchDensity()
    measure()
  }

  const observer = new ResizeObserver(measure)
  onMounted(() => {
    if (!host.value) return
    const started = new NetworkStage(host.value, (next) => (camera.value = next))
    stage.value = started
    stopGestures = listenForGestures(host.value, gestures(started))
    started.show(model.value, look.value)
    measure()
    observer.observe(host.value)
    watchDensity()
  })
  watch([model, look], ([scene, style], [before]) => {
    if (scene === before) stage.value?.restyle(style)
    else stage.value?.show(scene, style)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    density?.removeEventListener('change', densityChanged)
    stopGestures?.()
    stage.value?.destroy()
    stage.value = undefined
  })
  return { stage, camera }
}
