import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommandId, type EventId } from '@zhiyuan/kernel'
import { derivedId, isDerivedId } from './derived-id.ts'

const eventIds = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,256}$/) as fc.Arbitrary<EventId>

describe('the id of a command that a process makes of an event', () => {
  it('says where it comes from, as long as there is room', () => {
    expect(derivedId('echo', 'c.0' as EventId, 2)).toBe('echo.c.0.2')
  })

  it('is a command id however long the chain of causes grows', () => {
    fc.assert(fc.property(eventIds, fc.nat(500), (cause, index) => CommandId.is(derivedId('echo', cause, index))))
    let id = 'c'
    for (let step = 0; step < 100; step++) id = derivedId('a-process', `${id}.0` as EventId, 0)
    expect(CommandId.is(id)).toBe(true)
  })

  it('is the same for the same place, another for another', () => {
    fc.assert(
      fc.property(eventIds, fc.nat(9), fc.nat(9), (cause, one, other) => {
        expect(derivedId('echo', cause, one) === derivedId('echo', cause, other)).toBe(one === other)
      }),
    )
  })

  it('differs from ids that others choose', () => {
    const causes = fc.tuple(fc.stringMatching(/^[A-Za-z0-9_.:-]{1,240}$/), fc.nat(999))
    fc.assert(
      fc.property(causes, fc.nat(999), ([command, place], index) =>
        isDerivedId(derivedId('a-process', `${command}.${place}` as EventId, index)),
      ),
    )
    for (const id of ['c', 'import-N1', 'sheet.12', 'h-1', '5f0e.0', 'T3GqUSmbRPGIaHzs4SuWa'])
      expect(isDerivedId(id as CommandId)).toBe(false)
  })
})
