import { expect, it } from 'vitest'
import { finding, part, type CheckId, type Finding, type Severity } from './finding'
import { report } from './report'

const make = (id: string, check: CheckId, severity: Severity, extra = 0): Finding =>
  finding({
    id,
    check,
    severity,
    extra,
    title: id,
    why: '',
    remedy: '',
    link: { kind: 'intake', target: null, region: null, text: '' },
  })

it('tells a check that found nothing from one that had nothing to look at', () => {
  const { checks } = report([
    part('stale', '区域指标', { items: 3, unit: '项' }, []),
    part('sources', '有几个来源的数', { items: 0, unit: '个数' }, []),
    part('units', '相邻两年', { items: 5, unit: '对' }, [make('u', 'units', 'red')]),
  ])
  const states = Object.fromEntries(checks.map(({ id, state }) => [id, state]))
  expect(states).toMatchObject({ stale: 'clear', sources: 'nothing', units: 'found', values: 'nothing' })
})

it('puts red before amber, a wrong number before an old one, and then the larger', () => {
  const { findings } = report([
    part('stale', '区域指标', { items: 9, unit: '项' }, [
      make('old', 'stale', 'red', 500),
      make('due', 'stale', 'amber', 999),
    ]),
    part('units', '相邻两年', { items: 9, unit: '对' }, [make('unit', 'units', 'red')]),
    part('totals', '分项与合计', { items: 9, unit: '组' }, [
      make('near', 'totals', 'red', 6),
      make('far', 'totals', 'red', 90),
    ]),
  ])
  expect(findings.map(({ id }) => id)).toEqual(['unit', 'far', 'near', 'old', 'due'])
})

it('lists the heaviest twenty of a part and counts the rest', () => {
  const many = Array.from({ length: 23 }, (_none, at) => make(`f${at}`, 'values', 'amber', at))
  const { checks, findings } = report([{ ...part('values', '企业', { items: 99, unit: '家' }, many), found: 40 }])
  expect(findings).toHaveLength(20)
  expect(findings[0]?.id).toBe('f22')
  expect(checks.find(({ id }) => id === 'values')).toMatchObject({ amber: 20, more: 20, state: 'found' })
})
