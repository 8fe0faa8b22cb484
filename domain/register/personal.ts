import { headerKey } from './headerText'

/** 个人信息 headings: their cells stay outside. */
const PERSONAL =
  /法定代表|法人代表|法人姓名|^(?:企业|公司|单位)?法人$|总经理|实际控制人|实控人|经营者|投资人|业主|联络员|联系方法|联系人|负责人|经办人|填表人|填报人|制表人|审核人|联系方式|电话|手机|移动电话|传真|邮箱|邮件|e-?mail|身份证|证件号|护照|微信|qq|姓名|性别|民族|出生|家庭|自然人|股东|董事|监事|银行账号|开户/iu
/** Headings that name a field of the table even where a personal word is in them. */
const NOT_PERSONAL = /信用代码|^法人单位|是否/u

export function isPersonalHeader(header: string): boolean {
  const key = headerKey(header)
  return PERSONAL.test(key) && !NOT_PERSONAL.test(key)
}

const MOBILE = /^(?:\+?86-?)?1[3-9]\d{9}$/u
const LANDLINE = /^\(?0\d{2,3}\)?-?\d{7,8}$/u
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u
/** Citizen identity number, GB 11643: six division digits, birth date, sequence, check. */
const CITIZEN = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u

export function looksLikeCitizenNumber(text: string): boolean {
  return CITIZEN.test(text.trim())
}

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CITIZEN_CHECKS = '10X98765432'

/** Right in form and in the check digit of GB 11643 (ISO 7064, mod 11-2). */
export function isCitizenNumber(text: string): boolean {
  const number = text.trim().toUpperCase()
  if (!CITIZEN.test(number)) return false
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CITIZEN_CHECKS[sum % 11] === number[17]
}

/** A column nobody recognised whose cells are phones, mail addresses or identity numbers. */
export function looksPersonal(samples: string[]): boolean {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (filled.length === 0) return false
  const hits = filled.filter(
    (sample) => MOBILE.test(sample) || LANDLINE.test(sample) || MAIL.test(sample) || looksLikeCitizenNumber(sample),
  )
  return hits.length * 2 >= filled.length
}

const MOBILE_INSIDE = /(?<![0-9A-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/gu
const CITIZEN_INSIDE = /(?<![0-9A-Za-z])([1-9]\d{5})(?:19|20)\d{6}\d{3}[\dXx](?![0-9A-Za-z])/gu

/** A cell that is kept although nobody asked for it (备注 …): phone and identity numbers in it lose their middle. */
export function maskPersonal(text: string): string {
  return text.replace(CITIZEN_INSIDE, '$1************').replace(MOBILE_INSIDE, '$1****$2')
}
