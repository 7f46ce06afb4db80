/** Each command × role at a unit that has closed: no one has an office there any more (H16). */
import { describe, expect, it } from 'vitest'
import { units, type Sender } from './fixtures/people.ts'
import { samples, send } from './fixtures/samples.arbitrary.ts'
import { roleTable, type Permit } from './roles.ts'
import { roles } from './vocabulary/values.ts'

const { C, T1, V1, T2, V2 } = units
const below: Readonly<Record<string, string>> = { [T1]: C, [V1]: T1, [T2]: C, [V2]: T2 }
const rows: ReadonlyArray<readonly [string, Permit]> = Object.entries(roleTable)
/** A person who has nothing to do with any sample, in every office of the unit. */
const makeSenders = (unit: string): ReadonlyArray<Sender> =>
  Object.values(roles).map((role) => ({ type: 'person', person: 'zz', role, unit }))

/** The offices at the unit in which the command is accepted. */
const listAccepted = (type: string, unit: string, closed: string | null): ReadonlyArray<string> =>
  samples
    .filter((one) => one.type === type)
    .flatMap((sample) => {
      const parent = closed === null ? null : below[closed]
      const closing = closed === null ? [] : [{ type: 'UnitClosed', unitId: closed, parent }]
      const senders = makeSenders(unit)
      const answers = send(sample, { 'units-131081': closing }, senders)
      return senders.filter((_one, index) => answers[index] === null).map(({ role }) => `${role} at ${unit}`)
    })
const belowTop = Object.keys(below)
/** A ledger is founded before there are units. */
const inOffice = rows.filter(([type, { persons }]) => type !== 'FoundLedger' && !persons.includes('anyone'))

describe('offices of a closed unit', () => {
  it.each(inOffice.map(([type]) => type))(
    'H16, G4: no one sends it in an office of a unit that is closed: %s',
    (type) => {
      expect(belowTop.flatMap((unit) => listAccepted(type, unit, unit))).toEqual([])
    },
  )

  it('H16, G4: those of a unit are accepted while it is open, but for the samples that concern two units or the top', () => {
    const isAccepted = (type: string): boolean => belowTop.some((unit) => listAccepted(type, unit, null).length > 0)
    const atTheUnit = inOffice.filter(([, { where, roles: some }]) => where.startsWith('own') && some.length > 0)
    const others = atTheUnit.map(([type]) => type).filter((type) => !isAccepted(type))
    expect(others).toEqual(['MoveUnit', 'RuleMisrouted', 'TransferOrder', 'EndUnmet'])
  })
})
