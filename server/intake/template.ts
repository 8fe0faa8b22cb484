import type { FieldSpec } from '@domain/register/fields'
import { KINDS, type EnterpriseKindId, type KindSpec } from '@domain/register/kinds'
import { quantityOf } from '@domain/register/settle'
import type { CellValue } from '../sheet/cells'
import type { SheetSource } from '../sheet/sheetXml'
import type { ColumnType } from '../sheet/styles'

/** Codes of the standard's own text and of a division that does not exist: nobody's. */
const EXAMPLES: Record<EnterpriseKindId, Record<string, string>[]> = {
  register: [
    {
      name: '【示例】某某轴承制造有限公司',
      creditCode: '91350100M000100Y43',
      county: '某某区',
      city: '某某市',
      address: '某某市某某区工业大街1号',
      products: '滚动轴承、直线导轨',
      industryCode: '3451',
      inStatScope: '是',
      registeredOn: '2004-05-06',
      capital: '2000万元',
      revenue: '12345.67',
      output: '11800.5',
      employees: '126',
      energy: '830.2',
      lng: '123.429100',
      lat: '41.796800',
      crs: 'GCJ-02',
    },
    {
      name: '【示例】某某数控装备有限公司',
      creditCode: '91219900MA0000066Y',
      county: '某某县',
      inStatScope: '否',
      employees: '18',
    },
  ],
  honours: [
    {
      name: '【示例】某某轴承制造有限公司',
      creditCode: '91350100M000100Y43',
      honour: '专精特新“小巨人”企业',
      level: '国家',
      batch: '第五批',
      grantedOn: '2023-07-14',
      validFrom: '2023-07-01',
      validTo: '2026-06-30',
      document: '某某函〔2023〕1号',
    },
    { name: '【示例】某某数控装备有限公司', creditCode: '91219900MA0000066Y', honour: '专精特新中小企业', level: '省' },
  ],
  leaders: [
    {
      name: '【示例】某某轴承制造有限公司',
      creditCode: '91350100M000100Y43',
      chain: '数控机床',
      node: '主轴与轴承',
      document: '某某发〔2025〕1号',
      year: '2025',
    },
    { name: '【示例】某某数控装备有限公司', creditCode: '91219900MA0000066Y', chain: '数控机床', year: '2025' },
  ],
  links: [
    {
      name: '【示例】某某轴承制造有限公司',
      creditCode: '91350100M000100Y43',
      buyerName: '某某数控装备有限公司',
      buyerCode: '91219900MA0000066Y',
      product: '主轴轴承',
      year: '2025',
      amount: '320.5',
      share: '35',
      basis: '购销合同',
      document: '购销合同 2025-01 号',
      statedOn: '2025-01-06',
      ttr: '60',
      tts: '20',
      alternates: '2',
    },
    {
      name: '【示例】某某铸造有限公司',
      buyerName: '某某数控装备有限公司',
      buyerCode: '91219900MA0000066Y',
      product: '床身铸件',
      year: '2025',
      basis: '企业填报',
    },
  ],
}

export const TYPES: Record<FieldSpec['type'], ColumnType> = {
  text: 'text',
  code: 'code',
  money: 'number',
  energy: 'number',
  people: 'integer',
  percent: 'number',
  years: 'number',
  items: 'integer',
  points: 'number',
  date: 'date',
  year: 'code',
  bool: 'text',
  industry: 'code',
  capital: 'text',
  lng: 'text',
  lat: 'text',
  lngLat: 'text',
  crs: 'text',
  figure: 'number',
  period: 'text',
}

const askedFields = (kind: KindSpec) => kind.fields.filter(({ notInTemplate }) => !notInTemplate)

const HEADING_UNITS = {
  money: '（万元）',
  energy: '（吨标准煤）',
  people: '（人）',
  percent: '（%）',
  years: '（年）',
  items: '（项）',
  points: '（分）',
} as const

export function heading(field: FieldSpec): string {
  const quantity = quantityOf(field)
  return quantity === null ? field.label : `${field.label}${HEADING_UNITS[quantity]}`
}

export const FORM_NOTES: Partial<Record<FieldSpec['type'], string>> = {
  code: '18 位，请先把单元格设为“文本”格式再填写',
  money: '填数字；改用其他单位时请同时改列名中的单位；没有数据请留空，不要填 0',
  energy: '填数字；没有数据请留空，不要填 0',
  people: '填整数',
  percent: '填百分数，如 85.5',
  date: '写成 2004-05-06',
  year: '四位数字，如 2025',
  bool: '填“是”或“否”',
  capital: '数与单位写在一起，如 2000万元',
}

function guide(kind: KindSpec): SheetSource {
  const rows: CellValue[][] = askedFields(kind).map((field) => [
    heading(field),
    kind.required.includes(field.id) ? '必填' : '选填',
    field.note ?? FORM_NOTES[field.type] ?? null,
    field.aliases.slice(0, 6).join('、'),
  ])
  return {
    name: '填写说明',
    title: `${kind.label}填写说明`,
    notes: [
      '示例行可以保留，系统不会计入；请从示例行下面开始填写，或直接覆盖示例行。',
      '请勿填写法定代表人、联系人、电话、身份证号等个人信息；带有此类列的文件上传后，这些列会被直接丢弃。',
    ],
    columns: [
      { header: '列名', type: 'text', width: 26 },
      { header: '是否必填', type: 'text', width: 10 },
      { header: '填写要求', type: 'wrapped', width: 56 },
      { header: '也可写作', type: 'wrapped', width: 56 },
    ],
    rows,
  }
}

/** 导入模板 of a kind: the table with two examples, and how to fill it in. */
export function templateSheets(id: EnterpriseKindId): SheetSource[] {
  const kind = KINDS[id]
  const fields = askedFields(kind)
  const rows = EXAMPLES[id].map((example) => fields.map(({ id: field }): CellValue => example[field] ?? null))
  return [
    {
      name: kind.label,
      title: `${kind.label}（导入模板）`,
      notes: ['以“【示例】”开头的行是填写示例，不会计入；各列单位以列名为准。'],
      columns: fields.map((field) => ({ header: heading(field), type: TYPES[field.type] })),
      rows,
    },
    guide(kind),
  ]
}

export function templateFileName(id: EnterpriseKindId): string {
  return `${KINDS[id].label}导入模板.xlsx`
}
