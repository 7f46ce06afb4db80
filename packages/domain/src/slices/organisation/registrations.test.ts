import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay, type Moment, type PersonId } from '@zhiyuan/kernel'
import { humansFold, isSameHuman, listRegistrations, type Humans, type HumansEvent } from '../people/humans/index.ts'
import { isOneHuman, registrationsRead } from './registrations.ts'

// Plain texts as ids, and a moment of which only the jurisdiction is read: the fold is not decoded here.
const people = ['a', 'b', 'c', 'd', 'e'] as unknown as ReadonlyArray<PersonId>
const { initial, resume } = registrationsRead({ jurisdiction: '131081' } as unknown as Moment)

/** The next fact about two people: a merge where they are two humans, a split where they are one. */
const findNext = (humans: Humans, person: PersonId, survivor: PersonId): HumansEvent => {
  const group = listRegistrations(humans, person)
  const there = listRegistrations(humans, survivor)
  const staying = group.filter((one) => one !== person)
  const event = isSameHuman(humans, person, survivor)
    ? {
        type: 'RegistrationsSplit',
        person,
        leaving: [person],
        staying,
        by: 'admin',
        reason: { code: 'two', text: null },
      }
    : { type: 'RegistrationsMerged', person, survivor, joining: group, there }
  return event as unknown as HumansEvent
}
const onePerson = fc.constantFrom(...people)

describe('which registrations are one human, for appointments', () => {
  it('G7, G2: is what people says, after each merge and split', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(onePerson, onePerson), { maxLength: 12 }), (pairs) => {
        const events = pairs.reduce<ReadonlyArray<HumansEvent>>(
          (past, [one, other]) => (one === other ? past : [...past, findNext(replay(humansFold, past), one, other)]),
          [],
        )
        const humans = replay(humansFold, events)
        const registrations = resume(initial, events)
        for (const one of people)
          for (const other of people)
            expect(isOneHuman(registrations, one, other)).toBe(isSameHuman(humans, one, other))
      }),
    )
  })
})
