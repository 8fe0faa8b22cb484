/** 预筛所用的数据: columns of the register that become facts per period, all of them optional. */
export const HONOUR_INPUTS = {
  revenue: { label: '营业收入', unit: '万元', basis: 'year' },
  'research-expense': { label: '研发费用', unit: '万元', basis: 'year' },
  'main-share': { label: '主营业务收入占比', unit: '%', basis: 'year' },
  'main-growth': { label: '近两年主营业务收入平均增长率', unit: '%', basis: 'year' },
  'debt-ratio': { label: '资产负债率', unit: '%', basis: 'year' },
  'equity-financing': { label: '新增股权融资额', unit: '万元', basis: 'year' },
  'research-staff-share': { label: '研发人员占比', unit: '%', basis: 'year' },
  'segment-years': { label: '从事细分市场年限', unit: '年', basis: 'latest' },
  'class-one-ip': { label: 'Ⅰ类知识产权数', unit: '项', basis: 'latest' },
  'market-share': { label: '全国细分市场占有率', unit: '%', basis: 'latest' },
  'evaluation-score': { label: '发展评价得分', unit: '分', basis: 'latest' },
} as const satisfies Record<string, InputSpec>

interface InputSpec {
  label: string
  unit: string
  /** `year`: of the year asked for, or unknown; `latest`: the last one reported. */
  basis: 'year' | 'latest'
}

export type HonourInput = keyof typeof HONOUR_INPUTS
export const HONOUR_INPUT_IDS = Object.keys(HONOUR_INPUTS) as HonourInput[]

/** Exact decimals by input and year. */
export type InputValues = Partial<Record<HonourInput, Readonly<Record<string, string>>>>
