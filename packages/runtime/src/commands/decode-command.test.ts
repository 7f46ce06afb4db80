import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  closed,
  defineHandler,
  integer,
  literal,
  variants,
  type Jurisdiction,
  type Slice,
  type Typed,
} from '@zhiyuan/kernel'
import { commandValidator } from './decode-command.ts'
import type { CommandMeta } from './outcome.ts'
import { buildRegistry } from './registry.ts'

interface NBrand {
  readonly N: unique symbol
}
const addCodec = closed({ type: literal('Add'), n: integer<NBrand>('N', 0, 9) })
const Add = variants('Add', [addCodec])
const fixtureSlice: Slice<typeof addCodec._A, null, Typed, Typed> = {
  name: 'toy',
  command: Add,
  lifecycle: { table: null, reason: 'a fixture' },
  restoreCommand: () => null,
  event: variants('Added', [closed({ type: literal('Added') })]) as never,
  decider: {
    stream: () => 'toy-1',
    fold: { initial: null, evolve: () => null },
    handlers: {
      Add: defineHandler<null, Typed, Typed>()<typeof addCodec._A>()({
        decide: () => () => E.right([]),
      }),
    },
  },
}
const meta: CommandMeta = {
  actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
}
const validateInput = (input: unknown) =>
  commandValidator(buildRegistry([fixtureSlice]), '131081' as Jurisdiction, () => 'fresh')(
    input,
    meta,
    '2020-04-20T12:00:00.000Z' as never,
  )

describe('a command at the edge', () => {
  it('is accepted as a copy: later changes to the input have no effect', () => {
    const input = { type: 'Add', n: 1 }
    const valid = validateInput(input)
    input.n = 2
    expect(valid).toMatchObject({ right: { stream: 'toy-1', command: { type: 'Add', n: 1 } } })
  })

  it('is refused where an object is valid but its JSON is not', () => {
    class Sly {
      readonly type = 'Add'
      readonly n = 1
      toJSON(): object {
        return { type: 'Add', n: 999, admin: true }
      }
    }
    expect(validateInput(new Sly())).toMatchObject({ left: { issues: [{ path: '$.n' }, { path: '$.admin' }] } })
  })

  it('is refused for -0, which its copy would not show', () => {
    expect(validateInput({ type: 'Add', n: -0 })).toMatchObject({ left: { issues: [{ path: '$.n', expected: 'N' }] } })
  })
})
