/** Each command × role × unit × person, held against the table of roles. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import { cases, trialsBesideTables } from './fixtures/cases.ts'
import type { Trial } from './fixtures/lifecycle.ts'
import { units, type Sender } from './fixtures/people.ts'
import { allSlices, trialsBySlice, walks } from './fixtures/walks.ts'
import { scene, world } from './fixtures/world.ts'
import { processCommandTypes, type PersonCommand } from './process-commands.ts'
import { roleTable, type Part, type Permit, type Relation } from './roles.ts'
import { mergeEvents } from './slices/people/humans/humans.fixture.ts'
import type { Interest } from './vocabulary/rejections.ts'
import { roles } from './vocabulary/values.ts'

type PersonType = PersonCommand['type']
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

type Slice = (typeof allSlices)[number]
interface Sample {
  readonly type: PersonType
  readonly slice: Slice
  readonly trial: Trial<Typed>
}
const isOfPerson = (type: string): type is PersonType => type in roleTable
const findSlice = (name: string): Slice => allSlices.find((one) => one.name === name) ?? expect.fail(name)
const besideTables: ReadonlyArray<Sample> = Object.entries(trialsBesideTables).map(([type, { slice, trial }]) => ({
  type: type as PersonType,
  slice: findSlice(slice),
  trial,
}))
const samples: ReadonlyArray<Sample> = [
  ...besideTables,
  ...walks.flatMap(({ name, slice, lifecycle }) =>
    lifecycle.table.transitions.flatMap(({ from, command, by }) => {
      const type = command as string
      if (by === 'process' || by === 'timer' || !isOfPerson(type) || type in trialsBesideTables) return []
      const trial = trialsBySlice[name]?.makeTrial(from, type) ?? expect.fail(name)
      return [{ type, slice, trial }]
    }),
  ),
]

/** The person holds every post everywhere, so that no post is missing where the role is right. */
const givePosts = (person: string): ReadonlyArray<Typed> =>
  Object.values(units).flatMap((unitId) =>
    Object.values(roles).map((post) => ({ type: 'PostTaken', unitId, post, person, office: null })),
  )

/** The stream on which the samples of a slice stand, where a case replaces events of it. */
const ownStreams: Readonly<Record<string, string>> = {
  record: 'record-e',
  sheet: 'sheet-L1',
  burst: 'burst-s.S',
}

type Histories = Readonly<Record<string, ReadonlyArray<Typed>>>
/** What the ledger answers: null where it accepts, else the refusal's type. */
const send = ({ type, slice, trial }: Sample, more: Histories, senders: ReadonlyArray<Sender>) => {
  const officers = senders.filter(({ role }) => role !== roles.resident)
  const holders = [...new Set(officers.map(({ person }) => person))].flatMap(givePosts)
  const streams: Record<string, ReadonlyArray<Typed>> = { ...world, ...trial.knowing, ...more }
  const past = [...trial.past]
  if (slice.name === 'units') past.push(...holders)
  else streams['units-131081'] = [...(streams['units-131081'] ?? []), ...holders]
  if (slice.name === 'humans') past.unshift(...(more['humans-131081'] ?? []))
  if (slice.name === 'need' && more['need-N1'] !== undefined) past.splice(0, 1, ...more['need-N1'])
  const replaced = more[ownStreams[slice.name] ?? ''] ?? []
  const pastNow = past.map((one) => replaced.find(({ type: name }) => name === one.type) ?? one)
  const own = slice.name === 'humans' ? 'humans-131081' : slice.name === 'need' ? 'need-N1' : null
  const others = Object.fromEntries(Object.entries(streams).filter(([name]) => name !== own))
  const setting = { world: others, past: pastNow, scene: { ...scene, now: trial.now, actor: trial.actor } }
  const decide = attemptDecider(slice, setting)
  const state: unknown = replayPast(slice, setting)
  const said = cases[type].said
  return senders.map((actor) => {
    const command = said?.(trial.command, actor) ?? trial.command
    const answer = decide(state, { command, actor })
    return E.isRight(answer) ? null : (answer.left as Typed).type
  })
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
