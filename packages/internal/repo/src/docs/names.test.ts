import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { listNames, readSourceWords } from './names.ts'

describe('the names of the code in', () => {
  let words: ReadonlySet<string>
  const missing = (page: string, column: number): ReadonlyArray<string> =>
    listNames(page, column).filter((name) => !words.has(name))

  beforeAll(() => {
    words = readSourceWords()
  })

  it.each([
    ['the vocabulary', 'docs/explanation/vocabulary.md', 0],
    ['the glossary', 'docs/explanation/glossary.md', 2],
  ])('%s are those of today', (_, page, column) => {
    const text = readFileSync(page, 'utf8')
    expect(listNames(text, column).length).toBeGreaterThan(80)
    expect(missing(text, column)).toEqual([])
  })

  it('a page are missed where the code has no such name', () => {
    // Put together here, so that the sources have no such word.
    const gone = ['find', 'Gone', 'Unit'].join('')
    const page = `| now | before |\n|---|---|\n| \`findUnit\`, \`${gone}\` | \`unitOf\` |\n`
    expect(missing(page, 0)).toEqual([gone])
  })
})
