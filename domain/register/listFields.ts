import { CREDIT_CODE, NAME, words, type FieldSpec } from './fields'

export const HONOUR_FIELDS: FieldSpec[] = [
  NAME,
  CREDIT_CODE,
  {
    id: 'honour',
    label: '荣誉名称',
    type: 'text',
    aliases: words(`
      荣誉名称 称号 认定类型 荣誉称号 荣誉 资质名称 称号名称 认定名称 认定类别 资质类型 荣誉类型
      奖项名称 honour`),
    hints: ['荣誉', '称号'],
    never: /日期|时间|批次|级别/u,
  },
  {
    id: 'level',
    label: '级别',
    type: 'text',
    aliases: words('级别 荣誉级别 认定级别 等级 层级'),
    note: '国家 / 省 / 市',
  },
  { id: 'batch', label: '批次', type: 'text', aliases: words('批次 认定批次 公示批次 batch') },
  {
    id: 'grantedOn',
    label: '认定日期',
    type: 'date',
    aliases: words('认定日期 认定时间 授予日期 发文日期 公布日期 获得时间'),
  },
  {
    id: 'validFrom',
    label: '有效期起',
    type: 'date',
    aliases: words('有效期起 有效期开始 有效期自 生效日期 有效起始日期'),
  },
  {
    id: 'validTo',
    label: '有效期止',
    type: 'date',
    aliases: words('有效期止 有效期至 有效期结束 到期日期 失效日期 有效截止日期'),
  },
  {
    id: 'status',
    label: '状态',
    type: 'text',
    aliases: words('状态 复核结果 荣誉状态 称号状态 资质状态 复核结论 有效状态 认定状态 当前状态 复核状态 复核情况'),
    note: '有效 / 复核通过 / 到期 / 撤销；留空按有效期判定，后发布的名单写明的状态为准',
  },
  { id: 'document', label: '发文文号', type: 'text', aliases: words('发文文号 文号 认定文号 文件号 文件文号') },
]

export const LEADER_FIELDS: FieldSpec[] = [
  NAME,
  CREDIT_CODE,
  {
    id: 'chain',
    label: '产业链',
    type: 'text',
    aliases: words('产业链 产业链名称 所属产业链 链条 重点产业链 所在产业链'),
    hints: ['产业链'],
    never: /环节|链长/u,
  },
  { id: 'node', label: '环节', type: 'text', aliases: words('环节 产业链环节 所属环节 所在环节 链上环节') },
  { id: 'document', label: '认定文号', type: 'text', aliases: words('认定文号 发文文号 文号 文件号') },
  { id: 'year', label: '年份', type: 'year', aliases: words('年份 年度 认定年份 认定年度') },
]

const PARTY_NEVER = /产品|金额|类型/u

export const LINK_FIELDS: FieldSpec[] = [
  {
    id: 'creditCode',
    label: '供应商信用代码',
    type: 'code',
    aliases: words(`
      供应商信用代码 供应商统一社会信用代码 供货方统一社会信用代码 供货方信用代码 供方信用代码
      卖方信用代码 上游企业信用代码 上游企业统一社会信用代码`),
  },
  {
    id: 'buyerCode',
    label: '采购商信用代码',
    type: 'code',
    aliases: words(`
      采购商信用代码 采购商统一社会信用代码 采购方统一社会信用代码 采购方信用代码 需方信用代码
      买方信用代码 客户统一社会信用代码 客户信用代码 下游企业信用代码 下游企业统一社会信用代码`),
  },
  {
    id: 'name',
    label: '供应商名称',
    type: 'text',
    aliases: words('供应商名称 供应商 供货方 供方 供货方名称 卖方 上游企业 上游企业名称 供应商企业名称'),
    never: PARTY_NEVER,
  },
  {
    id: 'buyerName',
    label: '采购商名称',
    type: 'text',
    aliases: words(`
      采购商名称 采购商 采购方 需方 采购方名称 买方 客户 客户名称 下游企业 下游企业名称
      采购商企业名称`),
    never: PARTY_NEVER,
  },
  {
    id: 'product',
    label: '产品',
    type: 'text',
    aliases: words('产品 产品名称 供应产品 采购产品 货物名称 商品名称'),
  },
  { id: 'year', label: '年份', type: 'year', aliases: words('年份 年度 合同年份 供货年份') },
  {
    id: 'amount',
    label: '金额',
    type: 'money',
    aliases: words('金额 采购金额 供货金额 交易金额 合同金额 销售金额 年采购额 采购额'),
  },
  {
    id: 'basis',
    label: '依据',
    type: 'text',
    aliases: words('依据 类型 关系类型 依据类型 数据来源 来源 依据/类型'),
  },
]
