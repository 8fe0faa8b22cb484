const YUAN_IN_WAN = 10_000
const DIGITS = 4

/** 万元 as text from whole 元, without any trailing zeros: 12345678 → 1234.5678. */
export function wanText(yuan: number): string {
  const whole = Math.round(yuan)
  const rest = Math.abs(whole % YUAN_IN_WAN)
  const wan = `${whole < 0 ? '-' : ''}${Math.floor(Math.abs(whole) / YUAN_IN_WAN)}`
  return rest === 0 ? wan : `${wan}.${String(rest).padStart(DIGITS, '0').replace(/0+$/u, '')}`
}
