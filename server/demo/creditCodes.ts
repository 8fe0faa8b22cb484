import { CREDIT_CODE_ALPHABET, creditCheckCharacter, organisationCheckPasses } from '@domain/creditCode/checkDigits'

/** 登记机关 219900 is assigned to no division, so that no code made here can be a real firm's. */
const REGISTRAR = '91219900'

/** A valid code for each serial number below a million, different for different numbers. */
export const demoCreditCode = (serial: number): string => codeOf(REGISTRAR, serial)

/** The same for a firm of another province, by its two digits: xx9900 is no division either. */
export const demoOutsideCode = (province: string, serial: number): string => codeOf(`91${province}9900`, serial)

function codeOf(registrar: string, serial: number): string {
  const body = `${registrar}DM${String(serial).padStart(6, '0')}`
  const inner = [...CREDIT_CODE_ALPHABET].find((character) => organisationCheckPasses(`${body}${character}`)) ?? ''
  return `${body}${inner}${creditCheckCharacter(`${body}${inner}`)}`
}
