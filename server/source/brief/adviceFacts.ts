import { countWords, quotientWords } from '@domain/brief/amounts'
import type { AdviceFacts, PartnerFact } from '@domain/brief/briefFacts'
import type { Fact } from '@domain/brief/clause'
import type { PanoramaNode } from '@contract/panorama'
import type { BriefMaterial, Partner } from './briefMaterial'
import { citer } from './citing'
import { nodeFact } from './problemFacts'

export function adviceFacts(material: BriefMaterial): AdviceFacts {
  const { panorama, plans, province, partners, expiring } = material
  const { view } = panorama
  const { fact, loose } = citer(view)
  const against = province?.code ?? null
  const quotient = (node: PanoramaNode): Fact[] =>
    node.locationQuotient === null || against === null
      ? []
      : [
          fact({
            name: '区位商',
            subject: `${view.regionName}${node.name}环节`,
            indicator: 'location-quotient',
            kind: 'node',
            unit: node.id,
            against,
            text: quotientWords(node.locationQuotient),
          }),
        ]
  return {
    supplement: plans.supplement.flatMap(({ node, downstream }) =>
      quotient(downstream).map((own) => ({
        node: nodeFact(material, node),
        downstream: { name: downstream.name, quotient: own },
      })),
    ),
    extend: plans.extend.flatMap(({ node, upstream }) =>
      quotient(upstream).map((own) => ({
        node: nodeFact(material, node),
        upstream: { name: upstream.name, quotient: own },
      })),
    ),
    strengthen: plans.strengthen.flatMap((node) => quotient(node).map((own) => ({ node: node.name, quotient: own }))),
    partners: partners.map((partner) => partnerFact(material, partner)),
    expiring:
      expiring &&
      loose('将到期的称号', countWords(expiring.enterprises, '家企业'), `荣誉名单：${expiring.until} 以前到期`),
    above: province?.name ?? null,
  }
}

function partnerFact({ panorama, province }: BriefMaterial, { node, region, name }: Partner): PartnerFact {
  const { fact } = citer(panorama.view)
  const seat = { subject: `${name}${node.name}环节`, kind: 'node' as const, unit: node.id, region: region.code }
  const enterprises = countWords(region.figures.enterprises, '家')
  return {
    node: node.name,
    region: name,
    enterprises: fact({ ...seat, name: '企业数', indicator: 'enterprises', text: enterprises }),
    quotient:
      region.quotient === null || !province
        ? null
        : fact({
            ...seat,
            name: '区位商',
            indicator: 'location-quotient',
            against: province.code,
            text: quotientWords(region.quotient),
          }),
  }
}
