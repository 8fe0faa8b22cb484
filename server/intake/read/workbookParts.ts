import { LIMITS } from './limits'
import { REFUSALS } from './refusal'
import { parseWholeXml } from './xml'
import type { ZipParts } from './zipParts'

export interface SheetEntry {
  name: string
  part: string
  hidden: boolean
}

export interface WorkbookParts {
  sheets: SheetEntry[]
  date1904: boolean
  sharedStrings: string | null
  styles: string | null
}

interface Relationship {
  type: string
  target: string
}

/** xl/workbook.xml + ../docProps/x → docProps/x; a target with a leading slash counts from the root. */
function resolveTarget(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function relationships(zip: ZipParts, part: string, signal?: AbortSignal): Promise<Map<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1
  const rels = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const found = new Map<string, Relationship>()
  if (!zip.has(rels)) return found
  await parseWholeXml(
    zip.open(rels, { maxBytes: LIMITS.smallPartBytes }),
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(part, Target) })
      },
      close: () => undefined,
      text: () => undefined,
    },
    signal,
  )
  return found
}

/** Which package this is, by its parts; everything that is not a plain workbook is refused with its name. */
function refuseOthers(zip: ZipParts): void {
  const some = (test: RegExp) => zip.names.some((name) => test.test(name))
  if (some(/vbaProject\.bin$/iu) || some(/(?:^|\/)macrosheets\//iu)) throw REFUSALS.macros()
  if (some(/^xl\/externalLinks\//iu)) throw REFUSALS.externalLinks()
  if (some(/^xl\/workbook\.bin$/iu)) throw REFUSALS.notATable('这是二进制工作簿（.xlsb）')
  if (some(/^word\//iu)) throw REFUSALS.notATable('这是 Word 文档')
  if (some(/^ppt\//iu)) throw REFUSALS.notATable('这是演示文稿')
  if (some(/^content\.xml$/iu)) throw REFUSALS.notATable('这是 OpenDocument 文件')
}

export async function readWorkbookParts(zip: ZipParts, signal?: AbortSignal): Promise<WorkbookParts> {
  refuseOthers(zip)
  const root = [...(await relationships(zip, '', signal)).values()].find(({ type }) => type === 'officeDocument')
  const workbook = root?.target ?? 'xl/workbook.xml'
  if (!zip.has(workbook)) throw REFUSALS.notATable('这是压缩包，不是工作簿')
  const related = await relationships(zip, workbook, signal)
  const sheets: SheetEntry[] = []
  let date1904 = false
  await parseWholeXml(
    zip.open(workbook, { maxBytes: LIMITS.smallPartBytes }),
    {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
        if (name !== 'sheet') return
        const link = related.get(attributes['r:id'] ?? relationId(attributes))
        // Chart and dialogue sheets have no cells.
        if (link?.type !== 'worksheet' || !zip.has(link.target)) return
        sheets.push({
          name: attributes['name'] ?? '',
          part: link.target,
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
        })
      },
      close: () => undefined,
      text: () => undefined,
    },
    signal,
  )
  const partOf = (type: string) => {
    const target = [...related.values()].find((link) => link.type === type)?.target
    return target !== undefined && zip.has(target) ? target : null
  }
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

/** r:id under another prefix. */
function relationId(attributes: Record<string, string>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] ?? '')
}
