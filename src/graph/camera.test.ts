import { describe, expect, it } from 'vitest'
import { fitCamera, keepInSight, toScreen, toWorld, zoomAbout } from './camera'
import { pixelRatioFor } from '@/lib/pixelRatio'

describe('the camera', () => {
  it('fits the whole world, centred', () => {
    expect(fitCamera({ width: 1000, height: 500 }, { width: 500, height: 500 })).toEqual({ zoom: 0.5, x: 0, y: 125 })
  })

  it('keeps the point under the pointer when zooming', () => {
    const before = { zoom: 1, x: 30, y: -20 }
    const at = { x: 200, y: 100 }
    const after = zoomAbout(before, at, 1.7, [0.1, 10])
    expect(toWorld(after, at).x).toBeCloseTo(toWorld(before, at).x)
    expect(toWorld(after, at).y).toBeCloseTo(toWorld(before, at).y)
  })

  it('stays within its range', () => {
    expect(zoomAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 100, [0.5, 4]).zoom).toBe(4)
  })

  it('never loses the world from sight', () => {
    const camera = keepInSight({ zoom: 1, x: 9000, y: -9000 }, { width: 800, height: 600 }, { width: 800, height: 600 })
    expect(camera.x).toBeLessThan(800)
    expect(camera.y).toBeGreaterThan(-600)
  })

  it('maps boxes to the screen', () => {
    expect(toScreen({ zoom: 2, x: 10, y: 20 }, { x: 1, y: 2, width: 3, height: 4 })).toEqual({
      x: 12,
      y: 24,
      width: 6,
      height: 8,
    })
  })
})

describe('pixel density', () => {
  it('is what the screen offers on an ordinary screen', () => {
    expect(pixelRatioFor(1366, 768, 1.25)).toBe(1.25)
    expect(pixelRatioFor(1920, 1080, 2)).toBe(2)
  })

  it('stays inside the pixel budget on large hosts', () => {
    expect(pixelRatioFor(3840, 2160, 2)).toBeCloseTo(1, 2)
  })

  it('never falls below one on a wall', () => {
    expect(pixelRatioFor(7680, 2160, 2)).toBe(1)
  })
})
