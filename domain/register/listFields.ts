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
