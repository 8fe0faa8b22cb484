import {
  CLUSTER_LEVEL_NAMES,
  FEWEST_NAME,
  MOST_COUNTIES,
  MOST_NAME,
  type IndustryCluster,
  type IndustryClusterLevel,
} from '@contract/industryClusters'
import { ApiError, failureMessage } from '@/api/http'

/** 集群表单: texts as typed. */
export interface ClusterForm {
  name: string
  chain: string
  /** '' = 全链. */
  node: string
  level: IndustryClusterLevel
  batchName: string
  document: string
  counties: readonly string[]
}

export type FormField = keyof ClusterForm
export type FormFaults = Partial<Record<FormField, string>>

export const LEVEL_OPTIONS = (Object.entries(CLUSTER_LEVEL_NAMES) as [IndustryClusterLevel, string][]).map(
  ([value, label]) => ({ value, label }),
)

export const emptyForm = (chain: string): ClusterForm => ({
  name: '',
  chain,
  node: '',
  level: 'own',
  batchName: '',
  document: '',
  counties: [],
})

export const formOf = (cluster: IndustryCluster): ClusterForm => ({
  name: cluster.name,
  chain: cluster.chain,
  node: cluster.node ?? '',
  level: cluster.level,
  batchName: cluster.batchName ?? '',
  document: cluster.document ?? '',
  counties: cluster.counties.map(({ code }) => code),
})

/** What a person can see to be wrong before the server is asked. */
export function faultsOf({ name, chain, counties }: ClusterForm): FormFaults {
  const faults: FormFaults = {}
  const length = Array.from(name.trim()).length
  if (length === 0) faults.name = '请填写集群名称'
  else if (length < FEWEST_NAME || length > MOST_NAME)
    faults.name = `集群名称应为 ${FEWEST_NAME} 至 ${MOST_NAME} 个字，现为 ${length} 个字`
  if (chain === '') faults.chain = '请选择产业链'
  if (counties.length === 0) faults.counties = '请至少选 1 个区县'
  else if (counties.length > MOST_COUNTIES)
    faults.counties = `区县不超过 ${MOST_COUNTIES} 个，现选 ${counties.length} 个`
  return faults
}

export const requestOf = ({ name, chain, node, level, batchName, document, counties }: ClusterForm) => ({
  name: name.trim(),
  chain,
  node: node || null,
  level,
  batchName: batchName.trim() || null,
  document: document.trim() || null,
  counties: [...counties],
})

export function isSameForm(a: ClusterForm, b: ClusterForm): boolean {
  return JSON.stringify(requestOf(a)) === JSON.stringify(requestOf(b)) && a.name === b.name
}

const FIELDS: readonly string[] = ['name', 'chain', 'node', 'level', 'batchName', 'document', 'counties']
const isField = (text: string): text is FormField => FIELDS.includes(text)

/** A refusal of the server, at the field it names, or for the whole form. */
export function refusalOf(reason: unknown): { field: FormField | null; text: string } {
  const text = failureMessage(reason)
  const field = reason instanceof ApiError ? (reason.problem?.field?.split('.')[0] ?? '') : ''
  if (!isField(field)) return { field: null, text }
  // The server says "name：…" where the schema refused; the field stands beside the words here.
  return { field, text: text.replace(/^[A-Za-z.0-9]+：/u, '') }
}
