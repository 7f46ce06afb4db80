/** Random confirmations and numbers, told to the ledger and to the oracles, come to the same (A9, G2). */
import { listCommands } from '@zhiyuan/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationalDefaultPolicy, processes, type LedgerEvent } from '@zhiyuan/domain'
import type { Envelope, Process, Typed } from '@zhiyuan/kernel'
import { holdConfirms, type Confirm } from '../oracles/confirmation.oracle.fixture.ts'
import { replayNumbers, type NumberFact } from '../oracles/numbers.oracle.fixture.ts'
import { claim, openCounty, register, V2, who, why } from './people.fixture.ts'

type AnyProcess = Process<unknown, LedgerEvent, Typed>
const bulk = (processes as unknown as ReadonlyArray<AnyProcess>).find(({ name }) => name === 'bulk-confirmations')
const terms = { clerk: 2, unit: 3 }
const attendance = { ...nationalDefaultPolicy.sections['attendance'], confirmsADay: terms }
const adopted = {
  type: 'PolicyAdopted',
  ...nationalDefaultPolicy,
  sections: { ...nationalDefaultPolicy.sections, attendance },
  adoptedAt: '2020-04-01T00:00:00.000Z',
}

/** k1 has a second registration. */
const merged = { type: 'RegistrationsMerged', person: 'k1b', survivor: 'k1', joining: ['k1b'], there: ['k1'] }
const findHuman = (clerk: string): string => (clerk === 'k1b' ? 'k1' : clerk)

/** Which of the confirmations the process has held, in their order. */
const listHeld = (process: AnyProcess, confirms: ReadonlyArray<Confirm>): ReadonlyArray<string> => {
  const rows = new Map<string, unknown>()
  const note = (data: object, recordedAt: string): ReadonlyArray<Typed> => {
    const envelope = { data, recordedAt } as unknown as Envelope<LedgerEvent>
    const keys = process.keys(envelope.data)
    for (const key of keys) rows.set(key, process.evolve(rows.get(key) ?? process.initial(key), envelope, key))
    const reactions = process.react(
      envelope,
      keys.map((key) => rows.get(key)),
    )
    return listCommands(reactions)
  }
  note(adopted, adopted.adoptedAt)
  note(merged, adopted.adoptedAt)
  return confirms.flatMap(({ presence, clerk, unit, at }) => {
    const occasion = { type: 'order', orderId: 'O1', round: 1 }
    const confirmed = {
      type: 'AttendanceConfirmed',
      occasion,
      volunteer: presence,
      attempt: 0,
      confirmer: clerk,
      clerkAt: unit,
    }
    return note(confirmed, new Date(at).toISOString()).length > 0 ? [presence] : []
  })
}

const start = Date.parse('2020-05-07T12:00:00.000Z')
const drawConfirms = fc
  .array(
    fc.record({
      clerk: fc.constantFrom('k1', 'k1b', 'k2', 'k3'),
      home: fc.nat(1),
      wait: fc.constantFrom(0, 1, 60, 239, 240, 241, 1440),
    }),
    { maxLength: 24 },
  )
  .map((drawn) => {
    let now = start
    return drawn.map(({ clerk, home, wait }, n): Confirm => {
      now += wait * 60_000
      return { presence: `v${n}`, clerk, unit: clerk === 'k3' ? 'V2' : (['V1', 'V2'][home] ?? 'V1'), at: now }
    })
  })

describe('what clerks confirm, by the ledger and by the oracle', () => {
  it('A9, G2: the same are held: beyond a clerk’s number a day under any registration, or a unit’s', () => {
    let held = 0
    fc.assert(
      fc.property(drawConfirms, (confirms) => {
        const ofHumans = confirms.map((one) => ({ ...one, clerk: findHuman(one.clerk) }))
        const expected = holdConfirms(ofHumans, terms, 480)
        held += expected.length
        expect(listHeld(bulk ?? expect.fail('no such process'), confirms)).toEqual(expected)
      }),
      { numRuns: 200 },
    )
    expect(held).toBeGreaterThan(30)
  })
})

const homes = { k1: '131081104201', k2: V2 } as const
const drawDeed = fc.record({
  what: fc.constantFrom('claim', 'claim', 'release', 'register'),
  number: fc.constantFrom('n1', 'n2', 'n3'),
  person: fc.constantFrom('x1', 'x2', 'k1'),
  officer: fc.constantFrom('k1', 'k2'),
})
type Deed = typeof drawDeed extends fc.Arbitrary<infer D> ? D : never

const agreeOnNumbers = async (deeds: ReadonlyArray<Deed>) => {
  const county = await openCounty()
  const facts: NumberFact[] = []
  const told: string[] = []
  const registered = new Map<string, string>()
  for (const { what, number, person, officer } of deeds) {
    const home = homes[officer]
    if (what === 'register') {
      const answer = await county.does(register(person, { number, home: homes.k1 }), who.admin)
      if (answer === 'ok') registered.set(person, number)
      continue
    }
    const isClaim = what === 'claim'
    const resting = [...registered.values()].includes(number) ? 1 : 0
    const command = isClaim ? claim(person, number) : { type: 'ReleaseNumber', number, ...why('mistyped') }
    const answer = await county.does(command, isClaim ? who[officer] : who.admin)
    // A command that is repeated changes nothing, and is no second fact.
    if (answer === 'silent') continue
    told.push(answer)
    const homeNow = registered.has(person) ? homes.k1 : home
    facts.push(
      isClaim
        ? { type: 'claimed', number, human: person, officer, officerUnit: home, home: homeNow }
        : { type: 'released', number, reason: 'mistyped', resting },
    )
  }
  // Where several things bar a claim, either may be named; that it is barred is the rule.
  const { refused } = replayNumbers(facts)
  expect(told.map((answer) => answer === 'ok')).toEqual(refused.map((one) => one === null))
}

describe('numbers by the ledger and by the oracle', () => {
  it('G2: are claimed, released and refused alike', { timeout: 240_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(drawDeed, { minLength: 2, maxLength: 9 }), agreeOnNumbers), {
      numRuns: 60,
    })
  })
})
