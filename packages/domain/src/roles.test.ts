/** Each command × role × unit × person, held against the table of roles. */
import { describe, expect, it } from 'vitest'
import { cases } from './fixtures/cases.ts'
import { units, type Sender } from './fixtures/people.ts'
import { samples, send, type PersonType, type Sample } from './fixtures/samples.arbitrary.ts'
import { processCommandTypes } from './process-commands.ts'
import { roleTable, type Part, type Permit, type Relation } from './roles.ts'
import { mergeEvents } from './slices/people/humans/humans.fixture.ts'
import type { Interest } from './vocabulary/rejections.ts'
import { roles } from './vocabulary/values.ts'

type Concern = Interest | Part
type Table = typeof roleTable
const rows: ReadonlyArray<readonly [PersonType, Permit]> = Object.entries(roleTable) as never

/** A person who has nothing to do with any sample. */
const stranger = 'zz'
const known = ['a', 'b', 'c', 'd', 'e', 'g', 'n', 'r1', 'r2', 'f1', 'h1', 'k1', 'k2', 'q1', 'q2', 'qc', 'p1', 'm', 's']
const everywhere = [...Object.values(units), 'V3', 'nowhere']
const parents: Readonly<Record<string, string>> = {
  [units.T1]: units.C,
  [units.T2]: units.C,
  [units.V1]: units.T1,
  [units.V2]: units.T2,
  V3: units.T1,
}
const listAbove = (unit: string): ReadonlyArray<string> => {
  const parent = parents[unit]
  return parent === undefined ? [] : [parent, ...listAbove(parent)]
}

const standsRight: Readonly<Record<Permit['where'], (at: string, concerned: string) => boolean>> = {
  own: (at, concerned) => at === concerned,
  above: (at, concerned) => listAbove(concerned).includes(at),
  'own-or-above': (at, concerned) => [concerned, ...listAbove(concerned)].includes(at),
  top: (at) => at === units.C,
  'unit-above': (at, concerned) => parents[concerned] === at,
  'own-or-unit-above': (at, concerned) => at === concerned || parents[concerned] === at,
  any: () => true,
}
const holdsOffice = (table: Table, { type }: Sample, { role, unit }: Sender): boolean => {
  const row = table[type]
  return (
    (row.roles as ReadonlyArray<string>).includes(role) &&
    cases[type].units.every((one) => standsRight[row.where](unit, one))
  )
}

const refusals: ReadonlySet<string> = new Set([
  'ApproverIsRecorder',
  'ApproverIsRequester',
  'ApproverIsVolunteer',
  'AskedForIt',
  'ConfirmerNotPlaced',
  'InOwnFavour',
  'LeadsTheTeam',
  'NeedsLeader',
  'NeedsTwoPersons',
  'NotASecondPerson',
  'NotATeamMember',
  'NotAReviewer',
  'NotAVolunteer',
  'NotAuthorised',
  'NotTheCertifier',
  'NotTheOfferee',
  'NotTheSheetsApprover',
  'NotTheUnitAbove',
  'NotTheVolunteer',
  'OnTheOwnSheet',
  'OutsideJurisdiction',
  'PostNotHeld',
  'ProxyMismatch',
  'RecorderIsVolunteer',
  'ReviewerIsPerformer',
  'RulesOwnSheet',
  'VoidedBySuspender',
  'WasNotThere',
])

/**
 * No event of a sample says who sent it, and a review needs no office: these stand in the attacks on orders, in `order.nearness.test.ts` and
 * in `order.day.test.ts`.
 */
const shownElsewhere: Partial<Record<PersonType, ReadonlyArray<Concern>>> = {
  FollowUpOrder: ['hand'],
  AgreeToTime: ['asker'],
  ReviewOrder: ['performer', 'leader', 'member'],
}

/** What is wrong with the answer, or nothing. A review beside a nearer one is refused for that one, and not for the person. */
const judge = (sample: Sample, sender: Sender, answer: string | null, expected: boolean): ReadonlyArray<string> => {
  const fits = expected ? answer === null || answer === 'ReviewedAlready' : answer !== null && refusals.has(answer)
  const { person, role, unit } = sender
  return fits
    ? []
    : [
        `${sample.type} by ${person} as ${role} at ${unit}: ${answer ?? 'accepted'}, the table says ${expected ? 'yes' : 'no'}`,
      ]
}

const makeSender = (person: string, role: string, unit: string): Sender => ({ type: 'person', person, role, unit })
const strangers = Object.values(roles).flatMap((role) => everywhere.map((unit) => makeSender(stranger, role, unit)))
const bystanders = known.map((person) => makeSender(person, roles.resident, 'nowhere'))

const listRelations = (table: Table, type: PersonType, person: string): ReadonlyArray<Relation> => {
  const { persons = {} } = cases[type]
  const named = (Object.keys(persons) as ReadonlyArray<Relation>).filter((one) => persons[one]?.includes(person))
  return table[type].persons.filter((one) => one === 'anyone' || named.includes(one))
}
const isRefused = (table: Table, type: PersonType, concern: Concern): boolean => table[type].never.includes(concern)
/** Whether a person may by an own relation, in spite of every other thing that concerns it. */
const mayBySelf = (table: Table, type: PersonType, person: string): boolean => {
  const relations: ReadonlyArray<string> = listRelations(table, type, person)
  const { concerned = {} } = cases[type]
  const against = (Object.keys(concerned) as ReadonlyArray<Concern>).filter(
    (one) => concerned[one]?.includes(person) === true && isRefused(table, type, one) && !relations.includes(one),
  )
  return relations.length > 0 && against.length === 0
}

const walkStrangers = (table: Table, sample: Sample): ReadonlyArray<string> => {
  const anyone = table[sample.type].persons.includes('anyone')
  return send(sample, {}, strangers).flatMap((answer, index) => {
    const sender = strangers[index] as Sender
    return judge(sample, sender, answer, anyone || holdsOffice(table, sample, sender))
  })
}
const walkBystanders = (table: Table, sample: Sample): ReadonlyArray<string> =>
  bystanders.flatMap((sender) => {
    const [answer = null] = send(sample, {}, [sender])
    return judge(sample, sender, answer, mayBySelf(table, sample.type, sender.person))
  })

/** Each person whom the case concerns, in the right office: under the own registration, and under another one. */
const walkConcerned = (table: Table, sample: Sample): ReadonlyArray<string> => {
  const { type } = sample
  const { concerned = {}, because = {} } = cases[type]
  const office = strangers.find((one) => holdsOffice(table, sample, one))
  if (office === undefined) return []
  return (Object.keys(concerned) as ReadonlyArray<Concern>).flatMap((concern) =>
    (concerned[concern] ?? []).flatMap((person) => {
      const known = because[concern] ?? {}
      const self = { ...office, person }
      const refused = isRefused(table, type, concern)
      const [answer = null] = send(sample, known, [self])
      const merged = { ...known, 'humans-131081': mergeEvents([stranger, person]) }
      const [other = null] = send(sample, merged, [office])
      return [
        ...judge(sample, self, answer, mayBySelf(table, type, person) || !refused),
        ...judge(sample, { ...office, person: `${stranger}, who is ${person}` }, other, !refused),
      ]
    }),
  )
}

const walk = (
  step: (table: Table, sample: Sample) => ReadonlyArray<string>,
  type: PersonType,
  change: Partial<Permit> = {},
): ReadonlyArray<string> => {
  const table = { ...roleTable, [type]: { ...roleTable[type], ...change } }
  return samples
    .filter((one) => one.type === type)
    .flatMap((sample) => step({ ...table, [type]: { ...table[type], ...cases[type].differs?.(sample.trial) } }, sample))
}

describe('the table of roles', () => {
  it('G4: has a row for each command of people, and for no other', () => {
    expect(
      rows.map(([type]) => type).filter((type) => (processCommandTypes as ReadonlyArray<string>).includes(type)),
    ).toEqual([])
    expect(rows.map(([type]) => type).toSorted()).toEqual([...new Set(samples.map(({ type }) => type))].toSorted())
  })

  it('G7: refuses no one without a case that shows it', () => {
    const lacking = rows.flatMap(([type, { never }]) =>
      never
        .filter((one) => !(one in (cases[type].concerned ?? {})) && shownElsewhere[type]?.includes(one) !== true)
        .map((one) => `${type}: ${one}`),
    )
    expect(lacking).toEqual([])
  })

  it('G4: says in words which unit, where an office helps, and names no unit where none does', () => {
    expect(rows.filter(([, { roles: some, unit }]) => (some.length === 0) !== (unit === null))).toEqual([])
  })
})

describe.each(rows)('%s', (type) => {
  it('G4: a stranger may in the offices of the table, and in no other', () => {
    expect(walk(walkStrangers, type)).toEqual([])
  })
  it('G4: a person without office may by the relations of the table, and by no other', () => {
    expect(walk(walkBystanders, type)).toEqual([])
  })
  it('G7: whom the case concerns may not in office where the table says so, and may elsewhere', () => {
    expect(walk(walkConcerned, type)).toEqual([])
  })
})

describe('a row that says something else', () => {
  it('is found: another role, another place, another relation, one refusal more or less', () => {
    const { clerk, dispatcher } = roles
    expect(walk(walkStrangers, 'DispatchOrder', { roles: [dispatcher, clerk] }).length).toBeGreaterThan(0)
    expect(walk(walkStrangers, 'CancelSession', { where: 'own' }).length).toBeGreaterThan(0)
    expect(walk(walkStrangers, 'GrantStar', { where: 'own-or-above', roles: [] }).length).toBeGreaterThan(0)
    expect(walk(walkBystanders, 'CancelOrder', { persons: ['requester'] }).length).toBeGreaterThan(0)
    expect(walk(walkConcerned, 'GrantStar', { never: [] }).length).toBeGreaterThan(0)
    expect(walk(walkConcerned, 'HandBackOrder', { never: ['requester'] }).length).toBeGreaterThan(0)
  })
})
