/** People without the code read commands and events: the doc sentence of each says what it means, and when it is refused. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slices } from '../slices.ts'

const here = new URL('..', import.meta.url)
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(new URL(path, here), 'utf8'))

interface CodecDoc {
  readonly type: string
  /** The doc sentence right above it; empty where there is none. */
  readonly says: string
}

const wordPattern =
  /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?^(?:export )?const \w+ = (?:.*=>\n? *)?closed\(\{\s*type: literal\('(\w+)'\)/gm

const listDocs = (source: string): ReadonlyArray<CodecDoc> =>
  [...source.matchAll(wordPattern)].map(([, says = '', type = '']) => ({ type, says: says.replaceAll(/[\s*]+/g, ' ') }))

/** At least two words and a full stop: a tag, an empty comment or a bare rule id is not a sentence. */
const isSentence = (says: string): boolean => /\p{L}+ .*\p{L}.*\.\s*$/u.test(says)
const listUndocumented = (words: ReadonlyArray<CodecDoc>): ReadonlyArray<string> =>
  words.filter(({ says }) => !isSentence(says)).map(({ type }) => type)

const words = sources.flatMap(listDocs)
const served = slices.flatMap(({ event, command }) =>
  [event, command].flatMap(({ shape }) => (shape.kind === 'variants' ? Object.keys(shape.members) : [])),
)

describe('the commands and events of the domain', () => {
  it('have a doc sentence each', () => {
    expect(listUndocumented(words)).toEqual([])
  })

  it('are all found in the sources by the pattern', () => {
    const found = new Set(words.map(({ type }) => type))
    expect(served.filter((type) => !found.has(type))).toEqual([])
  })

  it('are listed where they have none', () => {
    const planted = [
      "/** A sentence of the word before. */\nexport const Told = closed({ type: literal('Told'), ...ref })",
      "export const Bare = closed({ type: literal('Bare'), ...ref })",
      "export const BareToo = closed({\n  type: literal('BareToo'),\n})",
      "/** */\nexport const Empty = closed({ type: literal('Empty') })",
      "/** W4. */\nexport const OnlyARule = closed({ type: literal('OnlyARule') })",
      "/** A sentence that is apart from it. */\n\nexport const Apart = closed({ type: literal('Apart') })",
    ]
    expect(listUndocumented(listDocs(planted.join('\n')))).toEqual(['Bare', 'BareToo', 'Empty', 'OnlyARule', 'Apart'])
  })
})
