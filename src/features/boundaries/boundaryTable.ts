import type { BoundarySet } from '@contract/boundaries'
import type { TableColumn } from '@/components/tableColumn'
import { momentText } from '@/lib/format'

export const CRS_WORDS: Record<BoundarySet['crs'], string> = {
  CGCS2000: 'CGCS2000（天地图、GPS）',
  'GCJ-02': 'GCJ-02（高德、腾讯）',
  'BD-09': 'BD-09（百度）',
}

const isOfficial = ({ origin }: BoundarySet) => origin === 'official'

/** 正在使用的界线: imported ones and the country first, then by code. */
export const inOrder = (sets: readonly BoundarySet[]) =>
  [...sets].sort((a, b) => Number(isOfficial(b)) - Number(isOfficial(a)) || (a.province < b.province ? -1 : 1))

export const BOUNDARY_COLUMNS: readonly TableColumn<BoundarySet>[] = [
  { id: 'name', label: '地区', rowHeader: true, text: ({ name }) => name },
  { id: 'origin', label: '界线', short: true, text: (set) => (isOfficial(set) ? '官方界线' : '随产品提供') },
  { id: 'crs', label: '坐标系', short: true, text: ({ crs }) => crs },
  { id: 'review', label: '审图号', short: true, text: ({ reviewNumber }) => reviewNumber ?? '无（示意图）' },
  { id: 'use', label: '公开使用', short: true, text: ({ publicExport }) => (publicExport ? '可以' : '不可以') },
  {
    id: 'source',
    label: '来源',
    text: (set) => (isOfficial(set) ? `${set.source}；文件 ${set.fileName ?? ''}` : '见“须知”'),
  },
  { id: 'date', label: '资料日期', short: true, text: ({ sourceDate }) => sourceDate },
  {
    id: 'imported',
    label: '导入',
    text: ({ importedAt, importedBy }) =>
      importedAt === null ? '—' : `${momentText(importedAt)} ${importedBy ?? ''}`.trim(),
  },
  { id: 'remove', label: '操作', short: true, text: () => '' },
]
