import { ChainKey, Line, RegionCode } from '@contract/common'
import { Evidence, NetworkQuery, PartyId } from '@contract/supply'
import { choiceParam, optionalParam, type QueryParam, type QueryParams } from '@/lib/queryParam'

export type HonourFilter = NonNullable<NetworkQuery['honour']>

/** What is being looked at of the supply network (供应网络); all of it shareable. */
export interface NetworkChoices {
  /** null: the 链主 with the most known partners. */
  firm: string | null
  direction: 'both' | 'up' | 'down'
  tiers: '1' | '2' | '3' | '4'
  layout: 'rings' | 'columns' | 'map' | 'table'
  /** 聚合. */
  grouping: 'auto' | 'none' | 'county' | 'node'
  /** Groups that were opened, in that order. */
  openGroups: readonly string[]
  product: string | null
  evidence: readonly Evidence[]
  supplyChain: string | null
  supplyPlace: string | null
  honour: HonourFilter | null
}

/** Nothing chosen; one object, so that it is known again. */
const NONE: readonly never[] = []
const MOST_LISTED = 200

/** A list in one parameter; each part is encoded, so that names may carry commas. */
function listParam<T extends string>(
  name: string,
  label: string,
  isPart: (text: string) => text is T,
): QueryParam<readonly T[]> {
  return {
    name,
    label,
    fallback: NONE,
    parse: (text) => {
      const parts = text.split(',').map(decoded)
      const isSound = parts.length <= MOST_LISTED && new Set(parts).size === parts.length
      return isSound && parts.every(isPart) ? parts : undefined
    },
    format: (parts) => parts.map((part) => part.replace(/[%,]/gu, encodeURIComponent)).join(',') || undefined,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const isParty = (text: string): text is string => PartyId.safeParse(text).success
const isProduct = (text: string): text is string => text !== '' && Line.max(100).safeParse(text).success
const isEvidence = (text: string): text is Evidence => Evidence.safeParse(text).success
const isKey = (text: string): text is string => ChainKey.safeParse(text).success
const isPlace = (text: string): text is string => RegionCode.safeParse(text).success
const isHonour = (text: string): text is HonourFilter => NetworkQuery.shape.honour.unwrap().safeParse(text).success
const isGroup = (text: string): text is string => text !== '' && text.length <= 120

export const NETWORK_PARAMS: QueryParams<NetworkChoices> = {
  firm: optionalParam('firm', '企业', isParty),
  direction: choiceParam('direction', '上下游', ['both', 'up', 'down']),
  tiers: choiceParam('tiers', '层级', ['2', '1', '3', '4']),
  layout: choiceParam('layout', '布局', ['rings', 'columns', 'map', 'table']),
  grouping: choiceParam('group', '聚合方式', ['auto', 'none', 'county', 'node']),
  openGroups: listParam('open', '展开的组', isGroup),
  product: optionalParam('product', '产品', isProduct),
  evidence: listParam('evidence', '证据类别', isEvidence),
  supplyChain: optionalParam('onchain', '所在产业链', isKey),
  supplyPlace: optionalParam('place', '市县', isPlace),
  honour: optionalParam('honour', '荣誉', isHonour),
}

export const NETWORK_KEYS = Object.keys(NETWORK_PARAMS) as (keyof NetworkChoices)[]

/** 筛选: what narrows the network. */
export const NO_FILTERS: Pick<NetworkChoices, 'product' | 'evidence' | 'supplyChain' | 'supplyPlace' | 'honour'> = {
  product: null,
  evidence: NONE,
  supplyChain: null,
  supplyPlace: null,
  honour: null,
}

/** Another place or other data has other firms; how the picture is drawn stays. */
export const NO_FIRM: Partial<NetworkChoices> = {
  ...NO_FILTERS,
  firm: null,
  openGroups: NONE,
}

/** What users do to the supply network; each is one step of the back button. */
export function networkIntentions(state: () => NetworkChoices, change: (part: Partial<NetworkChoices>) => void) {
  return {
    /** 以它为中心: filters that meant the former firm go. */
    centreOn(firm: string | null) {
      change({ ...NO_FILTERS, firm, openGroups: NONE })
    },
    /** Another question about the same firm; groups of another grouping mean nothing. */
    lookAtNetwork(part: Partial<Omit<NetworkChoices, 'firm' | 'openGroups'>>) {
      const regroups = part.grouping !== undefined && part.grouping !== state().grouping
      change(regroups ? { ...part, openGroups: NONE } : part)
    },
    clearNetworkFilters() {
      change(NO_FILTERS)
    },
    /** Opens a group (展开), or closes it again. */
    toggleGroup(id: string) {
      const { openGroups } = state()
      const isOpen = openGroups.includes(id)
      change({ openGroups: isOpen ? openGroups.filter((other) => other !== id) : [...openGroups, id] })
    },
    closeGroups() {
      change({ openGroups: NONE })
    },
  }
}
