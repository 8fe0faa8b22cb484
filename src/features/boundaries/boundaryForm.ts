import { BoundaryFields, ReviewNumber } from '@contract/boundaries'

export interface BoundaryDraft {
  province: string
  crs: '' | 'CGCS2000' | 'GCJ-02' | 'BD-09'
  reviewNumber: string
  source: string
  sourceDate: string
  allowMissing: boolean
}

export const OUTLINE_MB = 60

/** What keeps a file from being sent; null where nothing does. */
export function fileFault(file: Pick<File, 'name' | 'size'>): string | null {
  if (/\.(?:zip|shp|dbf|shx|gdb|kml|kmz|dwg)$/i.test(file.name))
    return '请先用 GIS 软件把 Shapefile、KML 等另存为 GeoJSON（经纬度）'
  if (!/\.(?:geojson|json)$/i.test(file.name)) return '请选择 .geojson 或 .json 文件'
  if (file.size > OUTLINE_MB * 1024 * 1024) return `文件不能超过 ${OUTLINE_MB} MB`
  return file.size === 0 ? '文件是空的' : null
}

/** The first thing that is missing or wrong, in the order of the form; null when it may be sent. */
export function draftFault(draft: BoundaryDraft, file: Pick<File, 'name' | 'size'> | null): string | null {
  if (!file) return '请选择界线文件'
  const fault = fileFault(file)
  if (fault !== null) return fault
  if (draft.crs === '') return '请选择坐标系；不清楚时请问数据提供单位，不要猜'
  const review = draft.reviewNumber.trim()
  if (review !== '' && !ReviewNumber.safeParse(review).success)
    return '审图号写法应如 GS(2024)0650号、辽S(2023)12号；没有审图号请留空'
  const read = BoundaryFields.safeParse({ ...fieldsOf(draft), fileName: file.name })
  return read.success ? null : (read.error.issues[0]?.message ?? '填写有误')
}

export function fieldsOf({ province, crs, reviewNumber, source, sourceDate, allowMissing }: BoundaryDraft) {
  const review = reviewNumber.trim()
  return {
    province,
    crs: crs === '' ? ('CGCS2000' as const) : crs,
    source: source.trim(),
    sourceDate,
    ...(review !== '' && { reviewNumber: review }),
    allowMissing: allowMissing ? ('yes' as const) : ('no' as const),
  }
}
