import { describe, expect, it } from 'vitest'
import { judgeLanguage, listFunctions } from './language.ts'

const plain = Array.from({ length: 100 }, (_, n) => `export const load${n} = (): number => ${n}`)
const source = (file: string, ...lines: ReadonlyArray<string>) => ({ file, text: `${lines.join('\n')}\n` })
const clean = source('packages/kernel/src/clean.ts', ...plain)

describe('the language of the sources', () => {
  it('passes where each function has a verb and each sentence a subject', () => {
    expect(judgeLanguage([clean])).toMatchObject({ lines: 100, violations: [], worst: [] })
  })

  it('fails on a vague pronoun in so few lines, and names each', () => {
    const planted = source('packages/kernel/src/planted.ts', '// Somebody does it, whoever it is.')
    expect(judgeLanguage([clean, planted]).violations).toEqual([
      'packages/kernel/src/planted.ts: Somebody; say who or what it is',
      'packages/kernel/src/planted.ts: whoever; say who or what it is',
    ])
  })

  it('lets a rare one pass in many lines', () => {
    const planted = source('planted.ts', '// Nobody.')
    expect(judgeLanguage([...Array.from({ length: 60 }, () => clean), planted]).violations).toEqual([])
  })

  it('fails on too many names that end in a preposition, and shows the most used of them first', () => {
    const tails = Array.from({ length: 7 }, (_, n) => `const row${'x'.repeat(n)}Of = (): number => 1`)
    const planted = source('planted.ts', ...tails, '// rowxOf rowxOf', 'const seeing = () => 1')
    const { violations, worst } = judgeLanguage([clean, planted])
    expect(violations).toHaveLength(7)
    expect(violations).toContain('planted.ts: rowOf ends in a preposition; give it a verb')
    expect([worst[0], worst.at(-1)]).toEqual(['rowxOf (3 uses): planted.ts', 'seeing (1 uses): planted.ts'])
  })

  it('shows twenty at most, and leaves the names of tests alone', () => {
    const tails = Array.from({ length: 30 }, (_, n) => `const row${'x'.repeat(n)}Of = () => 1`)
    expect(judgeLanguage([source('planted.ts', ...tails)]).worst).toHaveLength(20)
    expect(judgeLanguage([clean, source('planted.test.ts', ...tails)]).violations).toEqual([])
  })

  it('reads functions off constants and declarations, and nothing else', () => {
    const text = [
      'export const one = <A>(a: A): A => a',
      'const two: Two = async () => {',
      'async function three() {}',
      'const four = 4',
      '  const five = (a: number) => a',
    ].join('\n')
    expect(listFunctions(text)).toEqual(['one', 'two', 'three', 'five'])
  })
})
