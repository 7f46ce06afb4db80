import { describe, expect, it } from 'vitest'
import { closed, integer, literal, pastEdition, variants, widenedEdition, type SliceUpcasts } from '@zhiyuan/kernel'
import type { AnySlice } from '../wiring.ts'
import { gatherUpcasts, versionOfRows } from './upcasts.ts'

interface NBrand {
  readonly N: unique symbol
}
const n = integer<NBrand>('N', 0, 9)
const hours = closed({ type: literal('Rested'), hours: n })
const rested = { type: 'Rested', hours: 2 } as const
const told = closed({ type: literal('Told') })
const slice = (name: string, upcasts?: SliceUpcasts, words: typeof hours | typeof told = hours): AnySlice => {
  const codec = variants('Any', [words as typeof hours])
  const decider = { stream: () => 'toy-1' as const, fold: { initial: null, evolve: () => null }, handlers: {} } as const
  return { name, command: codec, event: codec, decider, restoreCommand: () => null, ...(upcasts && { upcasts }) }
}
const resting = slice('rest', {
  Rested: [
    widenedEdition(hours, rested),
    pastEdition(hours, rested, ({ type, hours: length }) => ({ type, minutes: length * 60 })),
  ],
})

describe('the upcasts of a runtime', () => {
  it('are those of its slices, in their order, and those of the embedder', () => {
    const upcasts = gatherUpcasts([slice('other', {}, told), resting], { Told: [() => 'told'] })
    expect(Object.keys(upcasts)).toEqual(['Rested', 'Told'])
    expect(upcasts['Rested']?.map((raise) => raise(rested))).toEqual([rested, { type: 'Rested', minutes: 120 }])
    expect(gatherUpcasts([slice('other')])).toEqual({})
  })

  it('are refused where two upcast one type', () => {
    expect(() => gatherUpcasts([resting, { ...resting, name: 'again' }])).toThrow('two upcasts of Rested')
  })

  it.each([
    ['of a type that there is not', { Restd: [] }, '$.upcasts.Restd', 'a type of event'],
    ['of no name', { 'a b': [] }, '$.upcasts["a b"]', 'a type of event'],
    ['of a type that a slice raises itself', { Rested: [] }, '$.upcasts.Rested', 'a type that no slice raises itself'],
    ['that are no list', { Told: () => 'told' }, '$.upcasts.Told', 'list'],
    ['that are no functions', { Told: [() => 'told', { contact: null }] }, '$.upcasts.Told[1]', 'function'],
    ['with a hole', { Told: [, () => 'told'] }, '$.upcasts.Told[0]', 'function'],
    ['that are no record', null, '$.upcasts', 'record'],
  ])('are refused by their path where those of the embedder are %s', (_, own, path, expected) => {
    const slices = [resting, slice('other', {}, told)]
    const refusal = { rejection: { type: 'DecodeRefused', issues: [{ path, expected }] } }
    expect(() => gatherUpcasts(slices, own as never)).toThrow(expect.objectContaining(refusal))
  })
})

describe('the version of rows', () => {
  const view = { version: 3, types: new Set(['Told', 'Heard']) }
  const raise = (data: unknown): unknown => data

  it('is their own where none of their types is upcast', () => {
    expect(versionOfRows(view)).toBe(3)
    expect(versionOfRows(view, { Told: [] })).toBe(3)
    expect(versionOfRows(view, { Seen: [raise] })).toBe(3)
    expect(versionOfRows({ version: 3 }, { Seen: [raise] })).not.toBe(3)
  })

  it('differs by types and schemas, not by their order, and fits four bytes', () => {
    const sets = [
      { Told: [raise] },
      { Told: [raise, raise] },
      { Heard: [raise] },
      { Told: [raise], Heard: [raise] },
      { Told: [raise], Heard: [raise, raise] },
    ]
    const versions = sets.map((own) => versionOfRows(view, own))
    expect(new Set(versions).size).toBe(sets.length)
    for (const version of versions) {
      expect(version % 1000).toBe(3)
      expect(version).toBeLessThan(2 ** 31)
    }
    expect(versionOfRows(view, { Heard: [raise], Told: [raise] })).toBe(versions[3])
  })
})
