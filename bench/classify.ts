import { readdirSync, readFileSync } from 'node:fs'
import { createClassifier, type Membership } from '@domain/chain/classify'
import type { ChainPack } from '@domain/chain/pack'
import { readLabels, type Label } from './labels'
import { addTallies, shareOf, tallyChain, type ChainTallies, type Tally } from './precision'
import { readRealRegister, type RegisterRow } from './realRegister'

/** Measures the classifier on real enterprises: precision and recall per chain, and rows per second. */
const PACKS = new URL('../packs/chains/', import.meta.url)

const packs = readdirSync(PACKS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, PACKS), 'utf8')) as ChainPack)
const rows = readRealRegister('register-liaoning.csv')
if (rows) measure(rows)

function measure(register: RegisterRow[]): void {
  const classifier = createClassifier(packs)
  const answers = new Map<string, Membership[]>()
  const before = process.cpuUsage()
  for (const row of register) answers.set(row.creditCode, classifier.classify(row))
  const used = process.cpuUsage(before)
  const seconds = (used.user + used.system) / 1e6
  console.log(
    `${register.length} rows in ${seconds.toFixed(2)} s CPU = ${Math.round(register.length / seconds)} rows/s`,
  )

  const answer = (label: Label) => answers.get(label.creditCode) ?? []
  const random = readLabels('liaoning-200.csv')
  const strata = readLabels('liaoning-strata.csv')
  const judged = packs.map((pack) => {
    const own = strata.filter((label) => label.chain === pack.id)
    return {
      id: pack.id,
      random: tallyChain(pack.id, random, answer),
      on: tallyChain(
        pack.id,
        own.filter((label) => label.stratum === 'on'),
        answer,
      ),
      fresh: tallyChain(
        pack.id,
        own.filter((label) => label.stratum === 'fresh'),
        answer,
      ),
      hint: tallyChain(
        pack.id,
        own.filter((label) => label.stratum === 'hint'),
        answer,
      ),
    }
  })
  const found = [...answers.values()]
  const counts = packs.map(
    ({ id, name }) => `${name} ${found.filter((own) => own.some(({ chain }) => chain === id)).length}`,
  )
  console.log(`placed on a chain: ${counts.join('，')}`)
  table(
    'simple random sample of 200',
    judged.map(({ id, random: tallies }) => [id, tallies]),
  )
  table(
    '40 per chain on it, used for tuning',
    judged.map(({ id, on }) => [id, on]),
  )
  table(
    '24 per chain on it, drawn after tuning',
    judged.map(({ id, fresh }) => [id, fresh]),
  )
  table(
    '60 per chain with a hint, not on it when drawn',
    judged.map(({ id, hint }) => [id, hint]),
  )
  if (process.argv.includes('--errors')) listErrors(random.concat(strata), answer, register)
}

function table(title: string, lines: [string, ChainTallies][]): void {
  const all: ChainTallies = {
    chain: addTallies(lines.map(([, tallies]) => tallies.chain)),
    node: addTallies(lines.map(([, tallies]) => tallies.node)),
  }
  console.log(`\n${title}`)
  const columns = (tally: Tally) => [
    shareOf(tally.right, tally.right + tally.wrong),
    shareOf(tally.right, tally.right + tally.wrong + tally.neutral),
    shareOf(tally.right, tally.right + tally.missed),
  ]
  console.table(
    [...lines, ['all', all] as const].map(([chain, tallies]) => {
      const [precision, strict, recall] = columns(tallies.chain)
      const [nodePrecision, nodeStrict, nodeRecall] = columns(tallies.node)
      return { chain, precision, strict, recall, nodePrecision, nodeStrict, nodeRecall }
    }),
  )
}

/** Prints every wrong and missed node with the evidence, for working on keywords. */
function listErrors(
  labels: readonly Label[],
  answer: (label: Label) => readonly Membership[],
  register: RegisterRow[],
): void {
  const byCode = new Map(register.map((row) => [row.creditCode, row]))
  for (const label of labels) {
    const said = answer(label).filter((membership) => label.chain === null || membership.chain === label.chain)
    const known = new Set([...label.nodes, ...label.acceptable])
    const wrong = said.filter(({ chain, node }) => !known.has(`${chain}/${node}`))
    const missed = [...label.nodes].filter(
      (node) => !said.some((membership) => `${membership.chain}/${membership.node}` === node),
    )
    if (wrong.length + missed.length === 0) continue
    const row = byCode.get(label.creditCode)
    console.log(`\n${row?.name ?? label.creditCode}｜${row?.businessScope.slice(0, 160) ?? ''}`)
    for (const one of wrong) console.log(`  wrong  ${one.chain}/${one.node} ${one.confidence} ${one.reason}`)
    for (const node of missed) console.log(`  missed ${node}`)
  }
}
