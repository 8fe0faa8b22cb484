/**
 * Numbers that are no figures, and so open to no card. An element says which of these it holds by `data-plain="<reason>"`;
 * every other number on a page is a figure and stands in a `data-figure`.
 */
export const PLAIN_REASONS = {
  period: '统计期、年份和页面标题下的口径一行：说的是哪一期、哪一版，不是数',
  time: '发布、导出、导入的时刻',
  version: '产业链、数据、软件、界线文件的版本号与修改次序',
  code: '信用代码、行政区划代码、行业代码、文号、网址等编号',
  name: '名称里自带的数字：企业、产品、文件、环节、地区的名称',
  'row-count': '名单、表格、搜索结果自己的行数和页码：数的就是眼前这些行',
  order: '行号、步骤号：只说次序，不是位次',
  axis: '坐标轴刻度：数值在图上的数据点和旁边的表格里点开',
  legend: '图例的刻度、分级界限和样例',
  limit: '填写要求：允许的长度、个数、取值范围',
  intake: '导入过程的计数：文件里的行数、问题数、字节数、进度，来源就是这个文件',
  pack: '产业链包自己的内容：环节、分组、流向的个数和权重，不是统计数',
  evidence: '判定依据的句子：里面的数就是同一处可以点开的那些数',
  check: '体检一条发现的核对数：旁边的链接打开它所在的页面，数在那里点开',
  cited: '简报的句子和来源：句中数字后面的［编号］点开就是它的身份证，没有身份证的写明出处',
  definition: '定义、口径、算式和门槛的文字',
  'as-reported': '企业档案里逐批报送的原始记录：同一行写着来源批次',
  standing: '称号的到期、撤销、期限不明家数：按荣誉名单今天判定，判法写在同一处',
  coordinate: '经纬度和坐标系名称',
  simulation: '推演结果：推演，非预测；算法与全部假设写在同一处的说明里',
  criticality: '关键度评分：权重可调，算式、权重和判定依据写在同一处',
  matching: '匹配报告：供应关系文件里的名称、关系和金额按匹配方式的清点，来源就是这些文件',
  'supply-record': '供应关系自己的金额、份额和企业的供需家数：点开这条关系，逐条写明谁说的、哪份文件、哪一行',
  selection: '圈选：范围是手画的，没有编号；算式、范围和名单写在同一处',
} as const

export type PlainReason = keyof typeof PLAIN_REASONS
