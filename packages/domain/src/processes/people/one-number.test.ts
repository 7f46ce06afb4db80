import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { startLoop } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import {
  volunteer,
  volunteerNumber,
  type NumberState,
  type VolunteerState,
} from '../../slices/people/volunteer/index.ts'
import { humans } from '../../slices/people/humans/index.ts'
import { oneNumber } from './one-number.ts'

const open = () => startLoop({ slices: [volunteer, volunteerNumber, humans], processes: [oneNumber], world, scene })
type Loop = ReturnType<typeof open>
const claim = (number: string) => ({ type: 'ClaimNumber', number, person: 'n' }) as const
const release = (number: string) =>
  ({ type: 'ReleaseNumber', number, reason: { code: 'mistyped', text: null } }) as const
const register = (number: string) =>
  ({
    type: 'RegisterVolunteer',
    person: 'n',
    number,
    ageBand: 'adult',
    home: units.V1,
    homeFrom: '2020-01-01',
  }) as const
const read = (loop: Loop, number: string) => loop.state(volunteerNumber, `number-${number}`) as NumberState
const numbers = ['no-1', 'no-2', 'no-3'] as const
const listHeld = (loop: Loop): ReadonlyArray<string> =>
  numbers.filter((one) => ['Claimed', 'InUse'].includes(read(loop, one).type))

describe('one number a person', () => {
  it('G2: of two that were claimed at once, the one noted second is taken back', () => {
    const loop = open()
    const late = numbers.slice(0, 2).map((one) => loop.sendLate(people.clerkV1, claim(one)))
    late.forEach((write) => write())
    loop.rest()
    expect(listHeld(loop)).toEqual(['no-1'])
    expect(loop.refused()).toEqual([])
  })

  it('G2: a number that is released while a registration with it is decided stays the person’s', () => {
    const loop = open()
    loop.does(people.clerkV1, claim('no-1'))
    const late = [loop.sendLate(people.clerkV1, register('no-1')), loop.sendLate(people.clerkV1, release('no-1'))]
    late.forEach((write) => write())
    expect(read(loop, 'no-1').type).toBe('Released')
    loop.rest()
    expect(read(loop, 'no-1').type).toBe('InUse')
  })

  it('G2: however officers claim, release and register in any order, a person has one number at rest, and a registration has it', () => {
    const deed = fc.record({
      what: fc.constantFrom('claim', 'claim', 'release', 'register'),
      number: fc.constantFrom(...numbers),
      isLate: fc.boolean(),
      pick: fc.nat(10),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const loop = open()
        const late = new Map<string, () => void>()
        const write = (stream: string): void => {
          late.get(stream)?.()
          late.delete(stream)
        }
        for (const { what, number, isLate, pick } of deeds) {
          const command = what === 'claim' ? claim(number) : what === 'release' ? release(number) : register(number)
          const stream = what === 'register' ? 'volunteer-n' : `number-${number}`
          write(stream)
          if (isLate) late.set(stream, loop.sendLate(people.clerkV1, command))
          else loop.send(people.clerkV1, command)
          if (pick > 6) {
            for (const one of [...late.keys()]) write(one)
            loop.rest((waiting) => pick % waiting.length)
          }
        }
        for (const one of [...late.keys()]) write(one)
        loop.rest()
        const state = loop.state(volunteer, 'volunteer-n') as VolunteerState
        const held = listHeld(loop)
        expect(held.length).toBeLessThanOrEqual(1)
        if (state.type === 'Registered') expect(held).toEqual([state.number])
      }),
      { numRuns: 300 },
    )
  })
})
