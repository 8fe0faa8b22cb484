import type { ChainNode, ChainPack, StageId } from './pack'
import { checkPackEdges } from './packEdges'
import { packError, packWarning, repeats, type PackFinding } from './packFinding'
import { checkPackSize, checkPackTexts } from './packLimits'
import { checkPackWords } from './packWords'

export type { PackFinding } from './packFinding'

/** What the check must know from outside the pack: the classes of GB/T 4754-2017. */
export interface KnownCodes {
  hasIndustryCode(code: string): boolean
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const AS_OF = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/
const STAGES: readonly StageId[] = ['up', 'mid', 'down']

function checkId(id: string, at: string): PackFinding[] {
  if (KEBAB.test(id)) return []
  return [packError('id-form', at, `标识“${id}”不合规，请用小写英文字母开头，只含小写字母、数字和连字符。`)]
}

function checkUnique<T extends { id: string; name: string }>(
  items: readonly T[],
  list: string,
  what: string,
): PackFinding[] {
  return [
    ...items.flatMap((item) => checkId(item.id, `${list}/${item.id}`)),
    ...repeats(items, (item) => item.id).map(({ item, first }) =>
      packError(
        'id-repeated',
        `${list}/${item.id}`,
        `${what}“${first.name}”和“${item.name}”的标识都是“${item.id}”，请改一个。`,
      ),
    ),
    ...repeats(items, (item) => item.name.normalize('NFKC')).map(({ item, first }) =>
      packError('name-repeated', `${list}/${item.id}/name`, `${what}“${item.name}”与“${first.id}”重名，请改一个名称。`),
    ),
  ]
}

function checkHead(pack: ChainPack): PackFinding[] {
  const findings = checkId(pack.id, 'id')
  if (pack.stages.map((stage) => stage.id).join() !== STAGES.join()) {
    findings.push(
      packError('stages', 'stages', '阶段必须依次是上游（up）、中游（mid）、下游（down），请补齐并按此排序。'),
    )
  }
  if (!AS_OF.test(pack.asOf)) {
    findings.push(packError('as-of-form', 'asOf', `时点“${pack.asOf}”不合规，请写成 2026-11 或 2026-11-21。`))
  }
  if (pack.sources.length === 0) {
    findings.push(packError('source-missing', 'sources', '没有来源，请至少写明一个依据（标准、目录或教材）。'))
  }
  const repeated = repeats(pack.sources, (source) => source.id)
  return findings.concat(
    repeated.map(({ item, index }) =>
      packError('id-repeated', `sources/${index}/id`, `来源标识“${item.id}”重复，请改一个。`),
    ),
  )
}

function checkGroups(pack: ChainPack): PackFinding[] {
  const used = new Set(pack.nodes.map((node) => node.group))
  return pack.groups.flatMap((group) => {
    const findings: PackFinding[] = []
    const at = `groups/${group.id}`
    if (!STAGES.includes(group.stage)) {
      findings.push(
        packError(
          'group-stage',
          `${at}/stage`,
          `分组“${group.name}”的阶段“${group.stage}”不存在，请改为 up、mid 或 down。`,
        ),
      )
    }
    if (!used.has(group.id))
      findings.push(packError('group-empty', at, `分组“${group.name}”里没有环节，请补充环节或删除分组。`))
    return findings
  })
}

function checkCodes(node: ChainNode, known: KnownCodes): PackFinding[] {
  const unknown = node.codes.flatMap(({ code }, index) => {
    const at = `nodes/${node.id}/codes/${index}`
    if (!known.hasIndustryCode(code)) {
      return [packError('code-unknown', at, `《国民经济行业分类》（GB/T 4754-2017）没有“${code}”，请核对后改正。`)]
    }
    if (/^\d{3,4}$/.test(code)) return []
    return [packError('code-broad', at, `“${code}”是门类或大类，范围太宽，请改用中类（三位）或小类（四位）。`)]
  })
  const repeated = repeats(node.codes, (item) => item.code).map(({ item, index }) =>
    packWarning('code-repeated', `nodes/${node.id}/codes/${index}`, `行业代码“${item.code}”在本环节重复，请只留一处。`),
  )
  return [...unknown, ...repeated]
}

/** A whole class decides alone, so it can lead to one node only; `part` is for the others. */
function checkSharedCodes(pack: ChainPack): PackFinding[] {
  const whole = pack.nodes.flatMap((node) =>
    node.codes.flatMap(({ code, part }, index) =>
      part ? [] : [{ node, code, at: `nodes/${node.id}/codes/${index}` }],
    ),
  )
  return repeats(whole, ({ code }) => code)
    .filter(({ item, first }) => item.node !== first.node)
    .map(({ item, first }) => {
      const nodes = `“${first.node.name}”和“${item.node.name}”`
      return packWarning(
        'code-shared',
        item.at,
        `行业代码“${item.code}”整类归入了${nodes}，请只留一处，另一处标注 part。`,
      )
    })
}

function checkNodes(pack: ChainPack, known: KnownCodes): PackFinding[] {
  const groups = new Set(pack.groups.map((group) => group.id))
  const weights: readonly number[] = [1, 2, 3]
  return pack.nodes.flatMap((node) => {
    const findings = checkCodes(node, known)
    const at = `nodes/${node.id}`
    if (!groups.has(node.group)) {
      findings.push(
        packError(
          'group-unknown',
          `${at}/group`,
          `环节“${node.name}”的分组“${node.group}”不存在，请改为本链已有的分组。`,
        ),
      )
    }
    if (!weights.includes(node.weight)) {
      findings.push(
        packError(
          'weight',
          `${at}/weight`,
          `环节“${node.name}”的权重是 ${node.weight}，请改为 1（一般）、2（重要）或 3（关键）。`,
        ),
      )
    }
    return findings
  })
}

/**
 * Checks a 产业链包 before it is published or shipped. The shape (types, required fields) is the caller's business;
 * this looks at what a schema cannot see. Errors come from every check at once, so that one round of mending is enough,
 * except that an oversized pack is refused without a closer look.
 */
export function validatePack(pack: ChainPack, known: KnownCodes): PackFinding[] {
  const oversized = checkPackSize(pack)
  if (oversized.length > 0) return oversized
  return [
    ...checkHead(pack),
    ...checkPackTexts(pack),
    ...checkUnique(pack.groups, 'groups', '分组'),
    ...checkGroups(pack),
    ...checkUnique(pack.nodes, 'nodes', '环节'),
    ...checkNodes(pack, known),
    ...checkSharedCodes(pack),
    ...checkPackWords(pack),
    ...checkPackEdges(pack),
  ]
}
