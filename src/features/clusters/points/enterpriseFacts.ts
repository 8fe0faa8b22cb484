import type { EnterpriseDetail } from '@contract/enterprises'
import { revenueText } from '@/lib/format'
import { periodText } from '@/stores/viewWords'

const LOCATED: Record<EnterpriseDetail['locatedBy'], string> = {
  declared: '申报区县',
  address: '按地址判断',
  code: '按信用代码登记机关判断，仅供参考',
  none: '',
}

/** What the card beside the map tells of one enterprise; the whole record is one link away. */
export function enterpriseFacts(enterprise: EnterpriseDetail, period: string) {
  const { countyName, locatedBy, address, products, facts, honours } = enterprise
  // The latest published batch stands first: its value is the one that counts.
  const revenue = facts.find((fact) => fact.indicator === 'revenue' && fact.period === period)
  const valid = honours.filter((honour) => honour.valid).map((honour) => honour.programme)
  return [
    { term: '所在区县', text: locatedBy === 'none' ? '未定位' : `${countyName}（${LOCATED[locatedBy]}）` },
    { term: `营业收入（${periodText(period)}）`, text: revenue ? revenueText(revenue.value) : '未报送' },
    { term: '有效荣誉', text: valid.length > 0 ? [...new Set(valid)].join('、') : '名单中没有' },
    { term: '主要产品', text: products ?? '名录未填' },
    { term: '地址', text: address ?? '名录未填' },
  ]
}
