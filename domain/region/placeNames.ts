const PEOPLES =
  '各族|汉族|满族|蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|塔吉克族|塔吉克|怒族|普米族|鄂温克族|保安族|裕固族|独龙族'
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})*自治(?:区|州|县|旗)$`, 'u')
const SUFFIX = /(?:特别行政区|地区|林区|省|市|县|区|盟|旗)$/u

/** 朝阳县 → 朝阳, 本溪满族自治县 → 本溪. One character alone is no name: 单县 stays 单县. */
export function baseName(name: string): string {
  const base = AUTONOMOUS.test(name) ? name.replace(AUTONOMOUS, '') : name.replace(SUFFIX, '')
  return [...base].length < 2 ? name : base
}

/** Abbreviations in daily use that no rule yields. */
const CUSTOMARY: ReadonlyMap<string, readonly string[]> = new Map([
  ['喀喇沁左翼蒙古族自治县', ['喀左县', '喀左']],
  ['前郭尔罗斯蒙古族自治县', ['前郭县', '前郭']],
  ['延边朝鲜族自治州', ['延边州']],
])

/** Every full form under which a division is written: its name, 本溪县 for 本溪满族自治县, customary ones. */
export function writtenForms(name: string): string[] {
  const forms = [name, ...(CUSTOMARY.get(name) ?? [])]
  if (name.endsWith('自治县')) forms.push(`${baseName(name)}县`)
  if (name.endsWith('自治州')) forms.push(`${baseName(name)}州`)
  return [...new Set(forms)]
}
