/** GB 32100-2015 代码字符集: 31 characters; I, O, S, V and Z are left out because they look like 1, 0, 5, U and 2. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 登记管理部门 (position 1) → 机构类别 (position 2) it may issue. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['1', '1239'],
  ['2', '19'],
  ['3', '123459'],
  ['4', '19'],
  ['5', '1239'],
  ['6', '129'],
  ['7', '129'],
  ['8', '19'],
  ['9', '123'],
  ['A', '19'],
  ['N', '1239'],
  ['Y', '1'],
])

/** 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 11714 loading factors of the eight body characters. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Allowed second characters of a registration department, undefined when the department does not exist. */
export function categoriesOf(department: string): string | undefined {
  return CATEGORIES.get(department)
}

/** The eighteenth character that the first seventeen demand. The outer `mod 31` matters: a sum of 0 yields '0', not 31. */
export function creditCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * CREDIT_CODE_ALPHABET.indexOf(code[at] ?? '0'), 0)
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** 组织机构代码 (positions 9–17): values run over 0–9A–Z here, unlike in the outer check. */
export function organisationCheckPasses(code: string): boolean {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code[8 + at] ?? '0', 36),
    0,
  )
  const remainder = sum % 11
  const expected = remainder === 0 ? '0' : remainder === 1 ? 'X' : String(11 - remainder)
  return code[16] === expected
}
