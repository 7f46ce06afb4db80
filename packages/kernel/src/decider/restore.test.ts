import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { closed, copyFields, integer, literal, restoreByFirst } from '../index.ts'

interface SizeBrand {
  readonly Size: unique symbol
}
const Size = integer<SizeBrand>('Size', 0, 9)
const Put = closed({ type: literal('Put'), size: Size })
const Drop = closed({ type: literal('Drop'), size: Size })
type Size = t.TypeOf<typeof Size>
type PutEvent =
  | { readonly type: 'WasPut'; readonly size: Size; readonly total: Size }
  | { readonly type: 'WasDropped'; readonly size: Size }
  | { readonly type: 'RanOver' }
type PutCommand = t.TypeOf<typeof Put> | t.TypeOf<typeof Drop>

const size = 3 as Size
const wasPut: PutEvent = { type: 'WasPut', size, total: size }
const ranOver: PutEvent = { type: 'RanOver' }
const drop = copyFields(Drop)
const restore = restoreByFirst<PutCommand, PutEvent>({
  WasPut: copyFields(Put),
  WasDropped: (event, following) => (following.length === 0 ? drop(event) : null),
  RanOver: null,
})

describe('a command that is restored from the events of its decision', () => {
  it('has the fields of its codec and no others', () => {
    expect(restore([wasPut])).toStrictEqual({ type: 'Put', size })
    expect(restore([wasPut, ranOver])).toStrictEqual({ type: 'Put', size })
  })

  it('may depend on the events after the first', () => {
    expect(restore([{ type: 'WasDropped', size }])).toStrictEqual({ type: 'Drop', size })
    expect(restore([{ type: 'WasDropped', size }, ranOver])).toBeNull()
  })

  it('is null where no decision begins with that event', () => {
    expect(restore([ranOver])).toBeNull()
    expect(restore([])).toBeNull()
  })

  it('does not compile for an event that lacks a field', () => {
    // @ts-expect-error the event lacks a field of the command
    restoreByFirst<PutCommand, PutEvent>({ WasPut: null, WasDropped: null, RanOver: copyFields(Put) })
  })
})
