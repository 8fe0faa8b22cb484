import { words, type FieldSpec } from './fieldSpec'

const PARTY_NEVER = /产品|金额|类型/u

/** The two sides: each by code or by name, better by both. */
const PARTIES: FieldSpec[] = [
  {
    id: 'creditCode',
    label: '供应商信用代码',
    type: 'code',
    aliases: words(`
      供应商信用代码 供应商统一社会信用代码 供货方统一社会信用代码 供货方信用代码 供方信用代码 供方代码
      供方统一社会信用代码 卖方信用代码 卖方统一社会信用代码 上游企业信用代码 上游企业统一社会信用代码
      供应商代码 supplier_code from_code seller_code supplier_id`),
    note: '18 位，请先把单元格设为“文本”格式；没有代码时填供应商名称',
  },
  {
    id: 'buyerCode',
    label: '采购商信用代码',
    type: 'code',
    aliases: words(`
      采购商信用代码 采购商统一社会信用代码 采购方统一社会信用代码 采购方信用代码 需方信用代码 需方代码
      需方统一社会信用代码 买方信用代码 买方统一社会信用代码 客户统一社会信用代码 客户信用代码 下游企业信用代码
      下游企业统一社会信用代码 采购商代码 buyer_code customer_code to_code buyer_id`),
    note: '18 位，请先把单元格设为“文本”格式；没有代码时填采购商名称',
  },
  {
    id: 'name',
    label: '供应商名称',
    type: 'text',
    aliases: words(`
      供应商名称 供应商 供货方 供方 供方名称 供货方名称 卖方 卖方名称 上游企业 上游企业名称 供应商企业名称 供应企业
      供货企业 中标供应商 from_org supplier supplier_name seller seller_name`),
    never: PARTY_NEVER,
    note: '有信用代码时按代码认定；没有代码时按全称认定，简称会等人确认',
  },
  {
    id: 'buyerName',
    label: '采购商名称',
    type: 'text',
    aliases: words(`
      采购商名称 采购商 采购方 需方 需方名称 采购方名称 买方 买方名称 客户 客户名称 下游企业 下游企业名称
      采购商企业名称 采购企业 采购单位 招标人 to_org buyer buyer_name customer customer_name`),
    never: PARTY_NEVER,
    note: '有信用代码时按代码认定；没有代码时按全称认定，简称会等人确认',
  },
]

/** What is said of a trade, and who says it. */
const TRADE: FieldSpec[] = [
  {
    id: 'product',
    label: '产品',
    type: 'text',
    aliases: words('产品 产品名称 供应产品 采购产品 货物名称 商品名称 标的 标的物 项目名称 item product goods'),
  },
  {
    id: 'year',
    label: '年份',
    type: 'year',
    aliases: words('年份 年度 合同年份 供货年份 期别 统计期 统计年度 供货年度 year period'),
    note: '四位数字，如 2025；留空时取日期所在的年，日期也没有时取批次的统计期',
  },
  {
    id: 'amount',
    label: '金额',
    type: 'money',
    aliases: words(`
      金额 采购金额 供货金额 交易金额 合同金额 销售金额 年采购额 采购额 成交金额 中标金额 订单金额 供货额
      amount amount_yuan`),
    note: '填数字；与份额至少填一项更好，都没有也可以；负数会被退回',
  },
  {
    id: 'share',
    label: '份额',
    type: 'percent',
    aliases: words(`
      份额 采购份额 供货份额 供应份额 采购占比 供货占比 占比 占采购比重 采购比重 份额占比 占采购额比重
      share share_percent`),
    note: '占采购商该产品采购额的百分数，0—100，如 35 或 35%；整列都不超过 1 时按小数读（0.35 = 35%）',
  },
  {
    id: 'basis',
    label: '依据',
    type: 'text',
    aliases: words(`
      依据 类型 关系类型 依据类型 数据来源 来源 依据/类型 证据类型 关系 证据类别
      relation evidence_class evidence_type`),
    note: '申报、合同、招投标推断、推算；也可写企业填报、订单、中标、估计等',
  },
  {
    id: 'document',
    label: '来源文件',
    type: 'text',
    aliases: words(
      '来源文件 来源链接 链接 网址 文号 文件名称 合同编号 公告链接 公告 来源网址 source url link document',
    ),
    note: '文件名、链接或文号，供以后核对',
  },
  {
    id: 'statedOn',
    label: '日期',
    type: 'text',
    aliases: words(`
      日期 签订日期 合同日期 公告日期 发布日期 签约日期 中标日期 填报日期 申报日期 认定日期 登记日期
      date date_raw stated_on`),
    note: '签订、公告或填报的日期，如 2025-05-06',
  },
]

/** 韧性: optional, known for few. */
const RESILIENCE: FieldSpec[] = [
  {
    id: 'ttr',
    label: 'TTR（天）',
    type: 'text',
    aliases: words('TTR TTR天数 恢复时间 恢复天数 供应恢复天数 供应恢复时间 恢复供应天数 ttr_days'),
    note: '供应商停产后恢复供货需要的天数',
  },
  {
    id: 'tts',
    label: 'TTS（天）',
    type: 'text',
    aliases: words('TTS TTS天数 可维持天数 可维持时间 生存时间 断供可维持天数 库存可用天数 库存支撑天数 tts_days'),
    note: '断供后采购商靠库存等还能维持的天数',
  },
  {
    id: 'alternates',
    label: '可替代供应商数',
    type: 'text',
    aliases: words('可替代供应商数 可替代供应商数量 可替代供应商 替代供应商数 备选供应商数 备选供应商数量 alternates'),
    note: '能供同样产品的其他供应商家数，没有填 0',
  },
]

/** Columns of collected data; nobody is asked to fill them in. */
const COLLECTED: FieldSpec[] = [
  {
    id: 'quote',
    label: '依据原文',
    type: 'text',
    aliases: words('依据原文 原文 原文摘录 摘录 证据原文 证据 新闻原文 evidence quote'),
    notInTemplate: true,
  },
  {
    id: 'currency',
    label: '币种',
    type: 'text',
    aliases: words('币种 货币 币别 货币单位 currency'),
    notInTemplate: true,
  },
  {
    id: 'direction',
    label: '供应方向',
    type: 'text',
    aliases: words('供应方向 方向 关系方向 direction supply_direction supplydirection'),
    notInTemplate: true,
  },
]

/** 供应关系: who delivers what to whom, how much of it, and who says so. */
export const LINK_FIELDS: FieldSpec[] = [...PARTIES, ...TRADE, ...RESILIENCE, ...COLLECTED]
