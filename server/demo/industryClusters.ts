import type { IndustryClusterCreation } from '@contract/industryClusters'
import { API_BASE, type App } from '../app'

const plan = (
  name: string,
  chain: string,
  level: IndustryClusterCreation['level'],
  counties: string[],
  node: string | null = null,
): IndustryClusterCreation => ({
  dataset: 'demo',
  name: `演示·${name}`,
  chain,
  node,
  level,
  batchName: level === 'own' ? null : '演示批次',
  document: null,
  counties,
})

/** Made-up clusters in every field of the portfolio, of whole chains and of single nodes; some share counties on purpose. */
export const DEMO_CLUSTERS: readonly IndustryClusterCreation[] = [
  plan('沈阳数控机床集群', 'cnc-machine-tools', 'national', ['210106', '210111', '210112', '210113', '210114']),
  plan('沈阳机器人集群', 'industrial-robots', 'provincial', ['210106', '210112', '210113']),
  plan('大连数控机床集群', 'cnc-machine-tools', 'provincial', ['210211', '210214']),
  plan('瓦房店轴承集群', 'cnc-machine-tools', 'featured', ['210281'], 'bearing'),
  plan('大连精细化工集群', 'fine-chemicals', 'municipal', ['210211', '210213', '210214']),
  plan('大石桥海城菱镁集群', 'magnesite', 'provincial', ['210323', '210381', '210882']),
  plan('盘锦生物医药集群', 'biomedicine', 'municipal', ['211102', '211103', '211104', '211122']),
  plan('西丰鹿药集群', 'biomedicine', 'own', ['211223'], 'animal-herb'),
]

/** By the same door as everybody's; after the registers, as clusters are judged by the chains in force. */
export async function loadDemoClusters(app: App): Promise<void> {
  for (const cluster of DEMO_CLUSTERS) {
    const response = await app.request(`http://localhost${API_BASE}/industry-clusters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(cluster),
    })
    if (!response.ok) throw new Error(`演示集群“${cluster.name}”未能建立：${await response.text()}`)
  }
}
