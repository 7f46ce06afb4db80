import { describe, expect, it } from 'vitest'
import { closed, integer, literal, past, variants, wider, type SliceUpcasts } from '@zhiyuan/kernel'
import type { AnySlice } from '../wiring.ts'
import { gatherUpcasts } from './upcasts.ts'

interface NBrand {
  readonly N: unique symbol
}
const n = integer<NBrand>('N', 0, 9)
const hours = closed({ type: literal('Rested'), hours: n })
const rested = { type: 'Rested', hours: 2 } as unknown as typeof hours._A
const slice = (name: string, upcasts?: SliceUpcasts): AnySlice => {
  const codec = variants('Any', [hours])
  const decider = { stream: () => 'toy-1' as const, fold: { initial: null, evolve: () => null }, handlers: {} } as const
  return { name, command: codec, event: codec, decider, ...(upcasts && { upcasts }) }
}
const resting = slice('rest', {
  Rested: [wider(hours, rested), past(hours, rested, ({ type, hours: length }) => ({ type, minutes: length * 60 }))],
})

describe('the upcasts of a runtime', () => {
  it('are those of its slices, in their order, and those of the embedder', () => {
    const upcasts = gatherUpcasts([slice('other'), resting], { Told: [() => 'told'] })
    expect(Object.keys(upcasts)).toEqual(['Rested', 'Told'])
    expect(upcasts['Rested']?.map((raise) => raise(rested))).toEqual([rested, { type: 'Rested', minutes: 120 }])
    expect(gatherUpcasts([slice('other')])).toEqual({})
  })

  it('are refused where one type is raised by two', () => {
    expect(() => gatherUpcasts([resting, { ...resting, name: 'again' }])).toThrow('two upcasts of Rested')
    expect(() => gatherUpcasts([resting], { Rested: [] })).toThrow('two upcasts of Rested')
  })
})
