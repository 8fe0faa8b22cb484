import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Camera, Size } from './camera'
import { listenForGestures, type GestureHandlers } from './gestures'
import { pixelRatioFor } from '@/lib/pixelRatio'
import type { PaintItem, Scene } from './scene'
import { SceneGraph } from './sceneGraph'

interface SceneGraphOptions<P> {
  host: Readonly<ShallowRef<HTMLElement | null>>
  /** The scene for a host of this size; asked again when anything it reads changes. Plain objects only, never a proxy. */
  scene: (viewport: Size) => Scene<P>
  paint: PaintItem<P>
  gestures: (graph: SceneGraph<P>) => GestureHandlers
  onProblem: (reason: unknown) => void
}

interface LiveScene<P> {
  graph: ShallowRef<SceneGraph<P> | undefined>
  camera: Ref<Camera>
  viewport: Ref<Size>
  scene: ShallowRef<Scene<P> | undefined>
  /** False until the first scene is on the canvas. */
  ready: Ref<boolean>
}

/** G6 cannot change its pixel density: another screen or a much larger host needs another graph. */
function needsOtherPixels<P>(graph: SceneGraph<P>, { width, height }: Size): boolean {
  return Math.abs(pixelRatioFor(width, height, window.devicePixelRatio) - graph.pixelRatio) > 0.1
}

/** Owns one scene graph for the life of a component and keeps it as large as its host. */
export function useSceneGraph<P>(options: SceneGraphOptions<P>): LiveScene<P> {
  const graph = shallowRef<SceneGraph<P>>()
  const camera = shallowRef<Camera>({ zoom: 1, x: 0, y: 0 })
  const viewport = shallowRef<Size>({ width: 0, height: 0 })
  const scene = shallowRef<Scene<P>>()
  const ready = shallowRef(false)
  let stopGestures: (() => void) | undefined

  function measure() {
    const host = options.host.value
    if (!host || host.clientWidth === 0 || host.clientHeight === 0) return
    if (host.clientWidth === viewport.value.width && host.clientHeight === viewport.value.height) return
    viewport.value = { width: host.clientWidth, height: host.clientHeight }
  }

  function start(host: HTMLElement, size: Size) {
    const started = new SceneGraph<P>(host, size, options.paint, (next) => (camera.value = next), options.onProblem)
    stopGestures = listenForGestures(host, options.gestures(started))
    graph.value = started
    return started
  }

  function stop() {
    stopGestures?.()
    void graph.value?.destroy()
    graph.value = undefined
  }

  async function draw(next: Scene<P>, resized: boolean) {
    const host = options.host.value
    if (!host) return
    if (graph.value && needsOtherPixels(graph.value, viewport.value)) stop()
    const current = graph.value ?? start(host, viewport.value)
    scene.value = next
    if (resized) void current.resize(viewport.value)
    await current.show(next, resized)
    ready.value = true
  }

  const observer = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (options.host.value) observer.observe(options.host.value)
  })
  watch(
    [viewport, () => (viewport.value.width > 0 ? options.scene(viewport.value) : undefined)] as const,
    ([size, next], [oldSize]) => {
      if (next) void draw(next, size !== oldSize)
    },
    { flush: 'post' },
  )
  onBeforeUnmount(() => {
    observer.disconnect()
    stop()
  })
  return { graph, camera, viewport, scene, ready }
}
