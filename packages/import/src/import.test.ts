import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boolean, closed, decode, Instant, list, literal, nullable, text, type DecodeRefused } from '@zhiyuan/kernel'
import { commit, parseInstant, keyedHashes, Mapping, preview, type ImportPlan, type PlannedRow } from './index.ts'

const Ask = closed({
  type: literal('Ask'),
  id: text<{ readonly Id: unique symbol }>('Id', /^[A-Za-z0-9_-]{1,64}$/, 64),
  way: text<{ readonly Way: unique symbol }>('Way', /^[a-z]+$/, 9),
  text: closed({ id: text('TextId' as never, /^.+$/, 64), commitment: text('Hash' as never, /^[0-9a-f]{64}$/, 64) }),
  at: Instant,
  closedAt: nullable(Instant),
  tags: list(boolean, 0, 3),
})
type Ask = (typeof Ask)['_A']

const mapping = {
  name: 'toy',
  origin: 'made for this test',
  identity: ['key'],
  checks: [{ column: 'closed', other: 'opened', reason: 'closes before it opens' }],
  classes: [
    { name: 'paint', when: [{ column: 'kind', in: ['Graffiti'] }], refer: null },
    { name: 'other', when: [], refer: '12345' },
  ],
  entry: { orderBy: 'opened', from: '2020-04-01T00:00:00.000Z', to: '2020-04-05T00:00:00.000Z' },
  command: {
    type: 'Ask',
    fields: [
      { name: 'id', rule: { type: 'id', prefix: 'n', columns: ['key'] } },
      {
        name: 'way',
        rule: { type: 'words', column: 'source', words: [{ from: 'Web', to: 'website' }], missing: 'unknown' },
      },
      { name: 'text', rule: { type: 'text', columns: ['note'] } },
      { name: 'at', rule: { type: 'entry' } },
      { name: 'closedAt', rule: { type: 'instant', column: 'closed', optional: true } },
      { name: 'tags', rule: { type: 'constant', json: '[true]' } },
    ],
  },
}

const csv = (rows: ReadonlyArray<string>) => ['key,opened,closed,source,kind,note', ...rows].join('\n')
const rightOrThrow = <A>(either: E.Either<DecodeRefused, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const keyed = keyedHashes('a key of this test')
const plan = (rows: ReadonlyArray<string>): ImportPlan<Ask> =>
  rightOrThrow(preview({ csv: csv(rows), mapping: rightOrThrow(decode(Mapping)(mapping)), command: Ask, keyed }))

const later = 'b,2018-01-02 00:00:00+00:00,,Web,Noise,"two\nlines"'
const earlier = 'a,2018-01-01 08:00:00+08:00,2018-01-03 00:00:00+00:00,,Graffiti,hello'

describe('a preview', () => {
  it('keeps the order of the rows in time and spreads them evenly', () => {
    expect(plan([later, earlier]).planned.map(({ row, at, class: name, refer }) => ({ row, at, name, refer }))).toEqual(
      [
        { row: 2, at: '2020-04-01T00:00:00.000Z', name: 'paint', refer: null },
        { row: 1, at: '2020-04-03T00:00:00.000Z', name: 'other', refer: '12345' },
      ],
    )
  })

  it('refuses each bad row by number, field and reason', () => {
    const rows = [
      'c,2018-01-02 00:00:00+00:00,2018-01-01 00:00:00+00:00,Web,,',
      later.replace('Web', 'Fax'),
      'd,yesterday,,Web,,',
    ]
    expect(plan(rows)).toMatchObject({
      rows: 3,
      planned: [],
      refused: [
        { row: 1, field: 'closed', reason: 'closes before it opens' },
        { row: 2, field: 'source', reason: 'unknown word: Fax' },
        { row: 3, field: 'opened', reason: 'not an instant with an offset' },
      ],
    })
  })

  it('refuses a row with a cell too few or too many by number, and takes the others', () => {
    expect(plan([later, 'short,2018-01-01 00:00:00+00:00', `${earlier},more`])).toMatchObject({
      rows: 3,
      planned: [{ row: 1 }],
      refused: [2, 3].map((row) => ({ row, field: '$', reason: 'more or fewer cells than headings' })),
    })
  })

  it('refuses a file without a column that the mapping names: each row would pass for one that left it empty', () => {
    const renamed = csv([later]).replace('kind', 'sort')
    expect(preview({ csv: renamed, mapping: rightOrThrow(decode(Mapping)(mapping)), command: Ask, keyed })).toEqual(
      E.left({ type: 'DecodeRefused', issues: [{ path: '$', expected: 'CSV: no column kind' }] }),
    )
  })

  it('P1: puts free text and foreign ids nowhere but into the vault', () => {
    const planned = plan([later]).planned[0]
    expect(planned?.secrets.map((secret) => secret.text)).toEqual(['two\nlines'])
    expect(JSON.stringify(planned?.command)).not.toContain('two')
    expect(planned?.command.id).toMatch(/^n[\w-]{21}$/)
  })

  it('P1: refuses a row whose text is too long for the vault', () => {
    const long = later.replace('lines', 'x'.repeat(32_768))
    expect(plan([long, earlier])).toMatchObject({
      planned: [{ row: 2 }],
      refused: [{ row: 1, field: 'note', reason: 'more than 32,768 UTF-16 units' }],
    })
  })

  it('refuses a file that is no CSV and a mapping that is no mapping', () => {
    expect(
      E.isLeft(preview({ csv: 'a,b\n"', mapping: rightOrThrow(decode(Mapping)(mapping)), command: Ask, keyed })),
    ).toBe(true)
    expect(decode(Mapping)({ ...mapping, colour: 1 })).toEqual(
      E.left({ type: 'DecodeRefused', issues: [{ path: '$.colour', expected: 'unknown key' }] }),
    )
  })

  it('accounts for every row of any content', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '-', ':', ' ', '+', 'W', 'e', 'b', '"'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 20 }), (cells) => {
        const quoted = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        const { rows, planned, refused } = plan(quoted)
        return planned.length + refused.length === rows && rows === cells.length
      }),
      { numRuns: 100 },
    )
  })
})

it('P1: a key that could be guessed is no key', () => {
  expect(() => keyedHashes('fifteen letters')).toThrow('at least 16')
})

describe('a commit', () => {
  const ledger = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      target: {
        keep: () => Promise.resolve(),
        send: (rows: ReadonlyArray<PlannedRow<Ask>>) =>
          Promise.resolve(
            rows.map(({ command }) => {
              if (command.closedAt !== null)
                return { ok: false as const, rejection: { type: 'TooOld', at: command.closedAt } }
              const events = kept.has(command.id) ? [] : ['asked']
              kept.set(command.id, command.way)
              return { ok: true as const, events }
            }),
          ),
      },
    }
  }

  it('reports new, existing and refused rows, and nothing new the second time', async () => {
    const { target } = ledger()
    const both = plan([later, earlier, 'd,yesterday,,Web,,'])
    const seen: number[] = []
    const first = await commit(both, target, { batch: 1, onProgress: (done) => seen.push(done) })
    expect(first).toEqual({
      rows: 3,
      new: 1,
      existing: 0,
      refused: [
        { row: 2, field: '$', reason: 'TooOld {"at":"2018-01-03T00:00:00.000Z"}' },
        { row: 3, field: 'opened', reason: 'not an instant with an offset' },
      ],
    })
    expect(seen).toEqual([1, 2])
    expect(await commit(both, target)).toMatchObject({ new: 0, existing: 1 })
  })

  it.each([0, -1, NaN, 1.5, 10_001])('refuses batches of %s rows before anything is sent', async (batch) => {
    const { target, kept } = ledger()
    await expect(commit(plan([later]), target, { batch })).rejects.toMatchObject({
      rejection: { type: 'DecodeRefused', issues: [{ path: '$.batch' }] },
    })
    expect(kept.size).toBe(0)
  })
})

describe('an instant in a cell', () => {
  it('is read with its offset, or not at all', () => {
    expect(parseInstant('2012-12-20 23:12:49+00:00')).toBe('2012-12-20T23:12:49.000Z')
    expect(parseInstant('2012-12-20T23:12:49.5+08:00')).toBe('2012-12-20T15:12:49.500Z')
    expect(parseInstant('2012-02-30 00:00:00Z')).toBeNull()
    expect(parseInstant('2012-12-20 23:12:49')).toBeNull()
  })
})
