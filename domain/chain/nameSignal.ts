/** What a company name says about the firm: 机床厂 makes, 机电商贸 trades, 科技有限公司 says nothing. */
export type NameSignal = 'producer' | 'trader' | 'plain'

const TRADER =
  /商贸|贸易|经贸|外贸|经销|销售|物资|商行|商店|商场|商城|商社|经营部|经营处|门市|超市|加油站|服务部|服务公司|服务中心|租赁|供销|供应|批发|药房|药店|药堂|采购|进出口|连锁|物流|运输|货运|储运|仓储|维修|修理|修配|安装|建筑|装饰|装修|广告|医院|诊所|卫生院|学校|学院|幼儿园|银行|支行|分理处|信用社|保险|证券|酒店|宾馆|饭店|旅店|旅社|招待所|餐|物业|房地产|置业|工会|中介|咨询|投资|市场|代理|传媒|旅游|市政|园林|绿化|回收|招商|文化/u
const PRODUCER =
  /厂|制造|铸造|锻造|冶炼|制品|加工|重工|机械|机床|矿业|化工|制药|药业|耐火|机器人|生物|仪器|电机|电器|材料|装备|研究院|研究所|开发/u

/** Trader words win: 机床厂劳动服务公司 is not a machine-tool works. A trader word at the end decides even after 厂. */
export function readNameSignal(name: string): NameSignal {
  if (TRADER.test(name)) return 'trader'
  return PRODUCER.test(name) ? 'producer' : 'plain'
}

/** Scopes of firms that exist on paper only: 仅供养老统筹, 处理债权债务, 不得从事经营活动. */
const DORMANT =
  /养老统筹|处理本?企?业?(?:公司)?(?:内部|善后|遗留|债权)|债权债务|不准生产经营|不得从事(?:生产)?经营|保留(?:企业)?法人资格|停业|歇业|清算组|破产/u

const DORMANT_SCOPE_LENGTH = 60

/** Whether the scope says that the firm does nothing any more; long scopes mention such words in passing. */
export function isDormant(scope: string): boolean {
  return scope.length <= DORMANT_SCOPE_LENGTH && DORMANT.test(scope)
}
