const FILES = ['province.csv', 'city.csv', 'area.csv', 'hongkong.csv', 'macau.csv']

/** Code → name of every province, city and county of the package; its 省直辖县级 pseudo-cities (429000 …) are left out. */
export function readPackage(read: (file: string) => string): Map<string, string> {
  const names = new Map<string, string>()
  for (const file of FILES) {
    const [, ...lines] = read(file)
      .replace(/^\ufeff/u, '')
      .trim()
      .split(/\r?\n/u)
    for (const line of lines) {
      const [code = '', name = ''] = line.split(',').map((cell) => cell.trim())
      if (/^\d{6}$/u.test(code) && !/^\d\d9000$/u.test(code)) names.set(code, name)
    }
  }
  return names
}
