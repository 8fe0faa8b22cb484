import { CRS_IDS, type Crs } from '@domain/geo/crs'
import { provinceOf, type SourceContext } from './context'

/** 坐标系 of the outlines that come with the product (public/geo/manifest.json). */
export const BUNDLED_CRS: Crs = 'GCJ-02'

/** 坐标系 of the outlines that the region's province is drawn with: official ones where imported, else the bundled. */
export async function displayCrs(context: SourceContext, region: string): Promise<Crs> {
  const row = await context.db
    .selectFrom('boundary_set')
    .select('crs')
    .where('province', '=', provinceOf(region))
    .executeTakeFirst()
  return CRS_IDS.find((crs) => crs === row?.crs) ?? BUNDLED_CRS
}
