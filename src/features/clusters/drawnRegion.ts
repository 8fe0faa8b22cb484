interface Step {
  code: string
  level: string
}

/** The province or city whose map is drawn: a county is shown among its sisters. undefined until its path is known. */
export function drawnRegion(region: string, path: readonly Step[] | undefined): string | undefined {
  if (region.endsWith('00')) return region
  const above = path?.filter(({ code, level }) => code !== region && (level === 'city' || level === 'province'))
  return above?.[above.length - 1]?.code
}
