import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommandId, EventId, StreamName } from '@zhiyuan/kernel'
import { derivedId } from './derived-id.ts'
import { deriveEventIds } from './event-ids.ts'

const commandIds = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,200}$/).filter(CommandId.is)
const streams = fc.stringMatching(/^[a-z]{1,8}-[A-Za-z0-9_.-]{1,60}$/).filter(StreamName.is)
const places = fc.nat(999)

describe('the id of an event', () => {
  it('names the command, the stream and the place', () => {
    expect(deriveEventIds('c' as CommandId, 'counter-a')(2)).toBe('c.n_tsVfnUmOhhYFfV.2')
  })

  it('is an event id however long the command id is', () => {
    fc.assert(
      fc.property(commandIds, streams, places, (id, stream, place) => EventId.is(deriveEventIds(id, stream)(place))),
    )
    expect(EventId.is(deriveEventIds('c'.repeat(200) as CommandId, 'counter-a')(999))).toBe(true)
  })

  it('is another one in another stream, also under the same command id', () => {
    fc.assert(
      fc.property(commandIds, streams, streams, places, (id, one, other, place) => {
        expect(deriveEventIds(id, one)(place) === deriveEventIds(id, other)(place)).toBe(one === other)
      }),
    )
  })

  it('leaves five processes that follow on one command room to say where they come from', () => {
    let commandId = 'T3GqUSmbRPGIaHzs4SuWa' as CommandId
    for (let step = 0; step < 5; step++)
      commandId = derivedId('process-name', deriveEventIds(commandId, 'counter-a')(0), 0)
    expect(commandId).toMatch(/^(process-name\.){5}T3/)
  })
})
