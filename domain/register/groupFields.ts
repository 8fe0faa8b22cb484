import { words, type FieldSpec } from './fieldSpec'

const GROUP = '集团与曾用名（选填）'

/**
 * 母子公司 and 曾用名. They match whole headings only: a register that was read before must be read alike now. 控股股东
 * alone is not among them: natural persons stand there, and such columns stay at the door.
 */
export const GROUP_FIELDS: FieldSpec[] = [
  {
    id: 'parentCode',
    label: '母公司统一社会信用代码',
    type: 'text',
    aliases: words(`
      母公司统一社会信用代码 母公司信用代码 母公司代码 上级公司统一社会信用代码 上级法人单位统一社会信用代码
      上级单位统一社会信用代码 集团公司统一社会信用代码 控股股东统一社会信用代码 控股公司统一社会信用代码 parent_code`),
    note: '18 位；控股本企业的公司',
    notInTemplate: true,
    group: GROUP,
  },
  {
    id: 'parentName',
    label: '母公司名称',
    type: 'text',
    aliases: words(`
      母公司名称 母公司 上级公司 上级公司名称 上级法人单位名称 上级法人单位详细名称 集团公司名称 所属集团 控股公司
      控股公司名称 控股企业名称 parent_name`),
    note: '只填公司；控股人是自然人的不要填',
    notInTemplate: true,
    group: GROUP,
  },
  {
    id: 'formerNames',
    label: '曾用名',
    type: 'text',
    aliases: words('曾用名 企业曾用名 曾用名称 原名称 原企业名称 曾用企业名称 公司曾用名 历史名称'),
    note: '多个用顿号隔开；供应关系里写旧名称的按此认定',
    notInTemplate: true,
    group: GROUP,
  },
]
