import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listExported } from './exported.ts'

const folder = mkdtempSync(join(tmpdir(), 'exported-'))
const files = {
  'words.ts': 'export const Seats = 1\nexport type Seats = number\nexport interface Brand {}\nconst hidden = 2\n',
  'order.ts': 'export function place() {}\nexport class Order {}\nexport type State = 1\n',
  'several.ts':
    'export const [one, , { two: three = 3, ...others }] = list\nexport const { four } = record, five = 5\n',
  'stars.ts': "export * from './words.ts'\nexport type * from './order.ts'\n",
  'spaces.ts': "export * as words from './words.ts'\nexport type * as order from './order.ts'\n",
  'packages.ts': "export * from '@toys/words/all'\nexport type * from '@toys/words/more'\n",
  'foreign.ts': "export * from '@toys/words/built'\n",
  'node_modules/@toys/words/package.json': JSON.stringify({
    exports: { './all': './src/all.ts', './more': './src/more.ts', './built': './built.js' },
  }),
  'node_modules/@toys/words/src/all.ts': "export const All = 1\nexport type Some = 1\nexport * from './more.ts'\n",
  'node_modules/@toys/words/src/more.ts': 'export const More = 1\n',
  'node_modules/@toys/words/built.js': 'export const Built = 1\n',
  'index.ts': [
    "import { Seats as Places } from './words.ts'",
    "import type { Order } from './order.ts'",
    "import { Either } from 'fp-ts/lib/Either.js'",
    "export { place as send, type Order as Sent } from './order.ts'",
    "export type { State } from './order.ts'",
    'export { Places, Order, Either }',
    'const kept = 3',
    'export { kept }',
  ].join('\n'),
}
const kinds = (file: keyof typeof files) =>
  Object.fromEntries(listExported(join(folder, file)).map(({ name, kind }) => [name, kind]))

describe('the exports of a file', () => {
  beforeAll(() => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are what it declares to be exported: a value wins over a type of its name', () => {
    expect(kinds('words.ts')).toEqual({ Seats: 'value', Brand: 'type' })
    expect(kinds('order.ts')).toEqual({ place: 'value', Order: 'value', State: 'type' })
  })

  it('are each name of a pattern', () => {
    const value = 'value'
    expect(kinds('several.ts')).toEqual({ one: value, three: value, others: value, four: value, five: value })
  })

  it('are all of another file, or its types alone', () => {
    expect(kinds('stars.ts')).toEqual({ Seats: 'value', Brand: 'type', place: 'type', Order: 'type', State: 'type' })
  })

  it('are the name under which all of another file stands', () => {
    expect(kinds('spaces.ts')).toEqual({ words: 'value', order: 'type' })
  })

  it('are all of a package of ours, or its types alone; of any other it is said that they cannot be listed', () => {
    expect(kinds('packages.ts')).toEqual({ All: 'value', Some: 'type', More: 'value' })
    expect(() => kinds('foreign.ts')).toThrow('@toys/words/built, which cannot be listed')
  })

  it('are names of its own, of another file or of a package, under the name that they are given', () => {
    expect(kinds('index.ts')).toEqual({
      send: 'value',
      Sent: 'type',
      State: 'type',
      Places: 'value',
      Order: 'type',
      Either: 'value',
      kept: 'value',
    })
  })

  it('stand in the order of their names', () => {
    expect(listExported(join(folder, 'order.ts')).map(({ name }) => name)).toEqual(['Order', 'State', 'place'])
  })
})
