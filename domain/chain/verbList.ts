/**
 * What the firm does with the goods of a clause.
 * produce 生产类, develop 研发类, service 服务类, trade 贸易类; `none` when the clause names goods only.
 */
export type Activity = 'produce' | 'develop' | 'service' | 'trade' | 'none'

const VERBS: Record<Exclude<Activity, 'none'>, string> = {
  produce: `自产自销 生产制造 加工制造 深加工 精加工 再制造 系统集成 热处理 制造 生产 加工 铸造
    锻造 冶炼 熔炼 精炼 组装 装配 总装 制作 轧制 压延 煅烧 烧制 焙烧 炼制 提炼 提取
    提纯 合成 酿造 织造 养殖 种植 繁育 开采 采选 采掘 选矿 浮选 拉拔 锻压 冲压 铆焊
    焊接 制售 产销 集成 浇铸 浇注 电镀 表面处理 分装 配制 调制 复配 炮制 研磨 粉碎
    破碎 试制 试产 饲养 屠宰 栽培 培育 育苗 孵化 捕捞 印刷 充装 缝制 编织 喷涂 切割
    酿制 压制 烘焙`,
  develop: `研制 研发 研究 开发 设计 试验发展`,
  service: `售后服务 维修 修理 检修 安装 调试 保养 维护 咨询 服务 运输 仓储 装卸 配送 转让
    推广 检测 检验 化验 试验 测试 施工 承装 承修 改造 大修 回收 培训 监理 清洗 拆解
    拆除 承包 工程 转化`,
  trade: `批发兼零售 进出口 批零 销售 批发 零售 经销 代销 代购 购销 收购 贸易 代理 出口 进口
    采购 供应 租赁 出租 寄售 调剂 邮购 中介 拍卖 展销 代办 代储 直销 分销 买卖 出售
    营销 经纪 代购代销 调拨 展示 经营 专营`,
}

const RANK: Record<Activity, number> = { none: 0, trade: 1, service: 2, develop: 3, produce: 4 }

export const ACTIVITY_OF: ReadonlyMap<string, Activity> = new Map(
  (['produce', 'develop', 'service', 'trade'] as const).flatMap((activity) =>
    VERBS[activity].split(/\s+/u).map((verb): [string, Activity] => [verb, activity]),
  ),
)

export function stronger(a: Activity, b: Activity): Activity {
  return RANK[b] > RANK[a] ? b : a
}

/** Words that begin like a verb but name goods: 加工中心 is a machine, 生产资料 are goods. */
export const NOT_A_LEAD =
  /^(?:加工(?:中心|机械|设备|机床|助剂|机|件|品|厂)|生产(?:资料|线|设备|用|所需|性|厂|技术)|制造(?:设备|业|技术|厂)|检测(?:仪|设备|器|装置|线|试剂|用)|检验(?:仪|设备|器|试剂|用)|试验(?:机|设备|仪|台|用)|测试(?:仪|设备|机)|焊接(?:材料|设备|机|件|钢管|管|机器人|辅料)|装配(?:线|式)|清洗(?:剂|机|设备|用品|系列)|进口(?:设备|汽车|车)|工程(?:机械|塑料|设计|车|陶瓷)|冲压(?:件|机|设备|模)|锻压(?:设备|机)|运输(?:设备|机械|带|机)|仓储(?:设备|货架)|破碎(?:机|设备)|粉碎(?:机|设备)|研磨(?:机|材料|设备|膏)|铸造(?:机械|设备|材料|件|厂|用)|锻造(?:件|设备|机)|冶炼(?:设备|厂|炉)|合成(?:树脂|橡胶|纤维|材料|氨|洗|革|药|油|香|气)|开采(?:设备)|热处理(?:设备|炉)|集成(?:电路|块)|电镀(?:设备|添加剂|液|材料)|选矿(?:设备|机|药剂|厂)|改造的|表面处理(?:剂|设备)|印刷(?:品|机|材料|设备|油墨|电路)|编织袋|喷涂(?:设备|机|材料)|切割(?:机|设备|片)|培育(?:箱)|安装用|维修(?:用|工具)|服务(?:器|区)|出口(?:商品|设备))/u
