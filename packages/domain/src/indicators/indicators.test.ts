import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indicators, indicatorWords, spreadMeasures } from './index.ts'

describe('the indicator set', () => {
  it('S5: is in the order of its ids, and each has a name and a formula in both languages', () => {
    expect(indicators).toEqual([...indicators].sort())
    for (const id of indicators) {
      const { zh, en } = indicatorWords[id]
      for (const words of Object.values(zh)) expect(words).toMatch(/^[\p{Script=Han}，、（）]+$/u)
      for (const words of Object.values(en)) expect(words).toMatch(/^[\w ,-]+$/)
    }
    expect(new Set(indicators.map((id) => indicatorWords[id].en.name)).size).toBe(indicators.length)
  })

  it('S5: keeps the single values of what a median is taken of, and of nothing else', () => {
    expect([...spreadMeasures]).toEqual(['I02', 'I04.decision'])
  })
})

const page = readFileSync(new URL('../../../../docs/reference/indicators.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| (I\d\d) \| ([\w -]*\w).*\| (built|later) \|$/gm)]
const built = rows.flatMap(([, id, name, state]) => (state === 'built' ? [[id, name]] : []))

describe('the page of indicators', () => {
  it('S5: marks as built what is computed, and nothing else, by the same names', () => {
    expect(built).toEqual(indicators.map((id) => [id, indicatorWords[id].en.name]))
  })
})

const rules = readFileSync(new URL('../../../../docs/reference/rules.md', import.meta.url), 'utf8')
const ruleRows = [...rules.matchAll(/^\| (I\d\d) \| (.*) \(([^()]*)\) \| .* \| built \|$/gm)]

describe('the page of rules', () => {
  it('S5: lists every indicator that is built, by its names in both languages', () => {
    expect(ruleRows.map(([, id, en, zh]) => [id, en, zh])).toEqual(
      indicators.map((id) => [id, indicatorWords[id].en.name, indicatorWords[id].zh.name]),
    )
  })
})
