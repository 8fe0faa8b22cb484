import { words, type FieldSpec } from './fieldSpec'
import { GROUP_FIELDS } from './groupFields'
import { PRESCREEN_FIELDS } from './prescreenFields'

export { words, type FieldSpec, type FieldType } from './fieldSpec'

export const NAME: FieldSpec = {
  id: 'name',
  label: '企业名称',
  type: 'text',
  aliases: words(`
      企业名称 单位名称 公司名称 法人单位名称 纳税人名称 企业全称 单位全称 公司全称 单位详细名称
      企业（单位）名称 法人名称 市场主体名称 经营主体名称 机构名称 法人单位 企业 名称 name
      companyname`),
  hints: ['企业名称', '单位名称', '公司名称'],
  never: /产品|项目|集群|产业链|行业|曾用|英文|上级|母公司|集团名称|代码/u,
  note: '与营业执照一致的全称',
}

export const CREDIT_CODE: FieldSpec = {
  id: 'creditCode',
  label: '统一社会信用代码',
  type: 'code',
  aliases: words(`
      统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一社会信用码 企业信用代码 统一代码
      信用代码证号 纳税人识别号 税号 统一社会信用代码（组织机构代码） creditcode uscc`),
  hints: ['信用代码', '纳税人识别号'],
  never: /供应商|供货|采购|客户|上级|母公司/u,
  note: '18 位，请先把单元格设为“文本”格式再填写',
}

/** 坐标: the names are compared without that of a system, so 百度经度 and 经度（GCJ-02） are 经度. */
const COORDINATES: FieldSpec[] = [
  {
    id: 'lngLat',
    label: '经纬度（一列）',
    type: 'lngLat',
    aliases: words(`
      经纬度 坐标 经纬度坐标 地理坐标 位置坐标 企业坐标 坐标点 定位坐标 经纬坐标 坐标经纬度 坐标位置
      企业经纬度 lnglat lonlat lnglats coordinates coordinate`),
    hints: ['经纬度'],
    never: /范围|误差|来源|时间/u,
    notInTemplate: true,
  },
  {
    id: 'lng',
    label: '经度',
    type: 'lng',
    aliases: words(`
      经度 东经 经度坐标 坐标经度 企业经度 地址经度 经度值 经度e 经度° 所在经度 中心经度
      lng lon long longitude`),
    hints: ['经度', 'longitude'],
    never: /经纬|中央|分带|误差|时间|来源/u,
    note: '十进制度数，如 123.429100，至少 5 位小数；请同时填写纬度和坐标系',
  },
  {
    id: 'lat',
    label: '纬度',
    type: 'lat',
    aliases: words(`
      纬度 北纬 纬度坐标 坐标纬度 企业纬度 地址纬度 纬度值 纬度n 纬度° 所在纬度 中心纬度
      lat latitude`),
    hints: ['纬度', 'latitude'],
    never: /经纬|误差|时间|来源/u,
    note: '十进制度数，如 41.796800，至少 5 位小数',
  },
  {
    id: 'crs',
    label: '坐标系',
    type: 'crs',
    aliases: words('坐标系 坐标系统 坐标类型 坐标系类型 坐标参考系 坐标来源 坐标系名称 坐标基准 crs coordtype'),
    hints: ['坐标系'],
    note: 'CGCS2000（天地图、GPS）、GCJ-02（高德、腾讯）或 BD-09（百度）；在哪个地图上查到的就写哪个，不要猜',
  },
]

export const REGISTER_FIELDS: FieldSpec[] = [
  NAME,
  CREDIT_CODE,
  {
    id: 'county',
    label: '所属区县',
    type: 'text',
    aliases: words(`
      所属区县 县（市、区） 县(市、区) 县市区 所在区县 区县 县区 行政区划 区划代码 行政区划代码
      所属县区 所在县区 所在县（市、区） 所属县（市、区） 县（区） 区（县） 区县名称 注册区县
      所属地区 所在地区 地区 属地 所在区 所属区`),
    hints: ['区县', '县区', '行政区划'],
    note: '区县名称或 6 位区划代码；缺省时按注册地址判断',
  },
  {
    id: 'city',
    label: '所属市',
    type: 'text',
    aliases: words('市 所属市 地市 所在市 城市 所属地市 所在地市 地级市 市州 所属城市 所在城市 市（地）'),
  },
  {
    id: 'province',
    label: '省',
    type: 'text',
    aliases: words('省 省份 所在省份 所属省份 所在省 所属省 省（市、区）'),
  },
  {
    id: 'address',
    label: '注册地址',
    type: 'text',
    aliases: words(`
      注册地址 住所 经营地址 单位所在地 通信地址 通讯地址 地址 企业地址 单位地址 注册地 详细地址
      企业住所 经营场所 住所（经营场所） 生产经营地址 单位详细地址 公司地址 所在地 生产地址`),
    hints: ['地址', '住所'],
    never: /网址|邮箱|联系人|家庭/u,
  },
  {
    id: 'products',
    label: '主要产品或服务',
    type: 'text',
    aliases: words(`
      主要产品或服务 主营产品 主要业务活动 主要产品 主导产品 主营业务 产品名称 主要产品（服务）
      主要产品和服务 产品 主营产品或服务 主要产品及服务`),
    hints: ['主营产品', '主要产品'],
    never: /收入|产量|产值|销售/u,
    note: '多个产品用顿号隔开',
  },
  {
    id: 'businessScope',
    label: '经营范围',
    type: 'text',
    aliases: ['经营范围', '经营业务范围', '业务范围'],
    hints: ['经营范围'],
  },
  {
    id: 'industryCode',
    label: '行业代码',
    type: 'industry',
    aliases: words(`
      行业代码 国民经济行业代码 行业小类代码 行业小类 国民经济行业小类 行业分类代码
      国民经济行业分类代码 行业类别代码`),
    hints: ['行业代码', '行业小类代码'],
    note: 'GB/T 4754-2017 小类，4 位数字',
  },
  {
    id: 'industryName',
    label: '行业名称',
    type: 'text',
    aliases: words('行业名称 行业 所属行业 行业类别 国民经济行业 行业门类 国民经济行业名称 行业大类 行业中类'),
  },
  {
    id: 'inStatScope',
    label: '是否纳入统计范围',
    type: 'bool',
    aliases: words(`
      是否纳入统计范围 是否规上 是否四上 是否在库 是否规上企业 是否四上企业 是否规模以上 规上企业
      是否入统 是否纳统 纳统 是否纳统企业 是否已纳统 是否规模以上工业企业 是否规上工业企业`),
    hints: ['纳入统计', '是否纳统', '是否规', '是否四上'],
    note: '是 / 否：以统计部门在库名单为准，不按营业收入推算',
  },
  {
    id: 'registeredOn',
    label: '成立日期',
    type: 'date',
    aliases: words('成立日期 成立时间 注册日期 注册时间 登记日期 开业日期 核准日期'),
    note: '如 2004-05-06',
  },
  {
    id: 'capital',
    label: '注册资本',
    type: 'capital',
    aliases: ['注册资本', '注册资金', '注册资本金'],
    hints: ['注册资本'],
    never: /实缴|币种/u,
  },
  {
    id: 'revenue',
    label: '营业收入',
    type: 'money',
    indicator: 'revenue',
    aliases: words(`
      营业收入 主营业务收入 营业总收入 销售收入 营收 年营业收入 产品销售收入 全年营业收入
      营业收入合计`),
    hints: ['营业收入', '主营业务收入'],
    never: /增|同比|占|比重|利润|成本|税|产品/u,
    note: '单位写在列名里，如（万元）、（亿元）；没有数据请留空，不要填 0',
  },
  {
    id: 'output',
    label: '工业总产值',
    type: 'money',
    indicator: 'output',
    aliases: words('工业总产值 产值 总产值 工业产值 年产值 现价工业总产值 工业总产值（当年价格）'),
    hints: ['总产值'],
    never: /增|同比|占|比重|能耗|综合/u,
  },
  {
    id: 'employees',
    label: '从业人员期末人数',
    type: 'people',
    indicator: 'employees',
    aliases: words(`
      从业人员期末人数 从业人数 员工人数 从业人员 职工人数 用工人数 从业人员数 员工数
      从业人员平均人数 平均用工人数 期末用工人数 企业人数 员工总数 职工总数`),
    hints: ['从业人员', '员工人数', '职工人数'],
    never: /研发|工资|薪酬|大专|女|技术/u,
  },
  {
    id: 'energy',
    label: '综合能源消费量',
    type: 'energy',
    indicator: 'energy',
    aliases: words('综合能耗 综合能源消费量 能源消费量 能耗 能源消费总量 综合能源消耗量 年综合能耗 年综合能源消费量'),
    hints: ['综合能耗', '综合能源消费'],
    never: /单位|强度|增|同比|占/u,
  },
  ...COORDINATES,
  ...GROUP_FIELDS,
  ...PRESCREEN_FIELDS,
]
