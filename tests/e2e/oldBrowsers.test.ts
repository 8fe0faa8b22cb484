import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { builtFiles, demandsOf } from '../drivers/builtFiles'

/** The oldest core on officials’ desks. */
const FLOOR = 83
/** The drawing engine and its worker are loaded from this core on only; before it the simple map draws. */
const ENGINE = { files: /^map(?:libre|box)/iu, floor: 93 }
/** Filled in before anything else runs: src/lib/oldBrowsers.ts. */
const FILLED = new Set(['at', 'Object.hasOwn'])

it('no script asks for what its oldest browser lacks', () => {
  const missing = builtFiles('.js').flatMap((file) => {
    const isEngine = ENGINE.files.test(file.name)
    return demandsOf(file)
      .filter(({ what, since }) => (isEngine ? since > ENGINE.floor : since > FLOOR && !FILLED.has(what)))
      .map(({ what }) => `${file.name}: ${what}`)
  })
  expect(missing).toEqual([])
})

interface Rule {
  selector: string
  declarations: string
}

/** The innermost blocks of a minified sheet. */
function rulesOf(text: string): Rule[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//gu, '')
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].map(([, selector = '', declarations = '']) => ({
    selector: selector.trim(),
    declarations: `;${declarations}`,
  }))
}

const NEW_SELECTORS = /:(?:is|where|has)\(/u
const NEW_DECLARATIONS =
  /;(?:aspect-ratio|inset|inset-[a-z-]+|translate|scale|rotate|container[a-z-]*):|overflow(?:-[xy])?:clip|\d[dsl]v[hw]\b|color-mix\(|oklch\(/u
const NEW_AT_RULES = /@(?:layer|container|property|scope|starting-style)\b|@media[^{]*[<>]/u

/** `gap` is for grids: between flexible boxes it came with Chromium 84. */
function flexGaps(rules: Rule[]): string[] {
  const isGrid = (text: string) => /display:(?:inline-)?grid|;grid-template|;columns?(?:-count)?:/u.test(text)
  return rules
    .filter(({ declarations }) => /;(?:row-|column-)?gap:/u.test(declarations))
    .filter(({ selector }) => !rules.some((rule) => rule.selector === selector && isGrid(rule.declarations)))
    .map(({ selector }) => selector)
}

it('no style sheet needs what Chromium 83 lacks', () => {
  const missing = builtFiles('.css').flatMap(({ name, text }) => {
    const rules = rulesOf(text)
    const found = [
      ...rules.filter(({ selector }) => NEW_SELECTORS.test(selector)).map(({ selector }) => selector),
      // An unknown part takes the whole list with it.
      ...rules
        .filter(({ selector }) => /,/u.test(selector) && /:focus-visible/u.test(selector))
        .map(({ selector }) => selector),
      ...rules.flatMap(({ declarations }) => NEW_DECLARATIONS.exec(declarations)?.[0] ?? []),
      ...(NEW_AT_RULES.exec(text) ?? []),
      ...(ENGINE.files.test(name) ? [] : flexGaps(rules)),
    ]
    return found.map((what) => `${name}: ${what}`)
  })
  expect(missing).toEqual([])
})

it('no group of fields lays out its own children: before Chromium 86 it cannot be flexible or a grid', () => {
  const root = fileURLToPath(new URL('../../src', import.meta.url))
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vue'))
  const laidOut = files.filter((file) => {
    const text = fs.readFileSync(`${root}/${file}`, 'utf8')
    const classes = [...text.matchAll(/<fieldset[^>]*\sclass="([\w -]+)"/gu)].flatMap(([, names = '']) =>
      names.split(' '),
    )
    return rulesOf(text).some(
      ({ selector, declarations }) =>
        classes.some((name) => selector.split(/[\s,>]+/u).includes(`.${name}`)) &&
        /display:\s*(?:inline-)?(?:flex|grid)/u.test(declarations),
    )
  })
  expect(laidOut).toEqual([])
})
