import { describe, expect, it } from 'vitest'
import { deriveEventId, buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { replay, type UnitId } from '@zhiyuan/kernel'
import { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import type { OrganisationEvent } from '../../slices/organisation/units/units.codec.ts'
import { unitsFold, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'
import { RecordEvent } from '../../slices/hours/record/record.codec.ts'
import { HumansEvent } from '../../slices/people/humans/humans.codec.ts'
import { StarEvent } from '../../slices/recognition/star/star.codec.ts'
import { toDo } from './project.ts'
import { listDeadlines, openItems, listPlaces, type PlacedRow } from './query.ts'
import { noMarks, placePrefix } from './row.ts'
import {
  accepted,
  application,
  approved,
  attendance,
  cleared,
  closed,
  day,
  entered,
  examination,
  held,
  missing,
  move,
  ofNeed,
  offered,
  orderKeys,
  placed,
  reason,
  reported,
  scheduled,
  standing,
  started,
  submitted,
  suspended,
} from './to-do.events.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const tree: UnitTree = replay(unitsFold, unitEvents as ReadonlyArray<OrganisationEvent>)
const words = [
  { name: 'need', event: NeedEvent },
  { name: 'order', event: OrderEvent },
  { name: 'assignment', event: AssignmentEvent },
  { name: 'record', event: RecordEvent },
  { name: 'star', event: StarEvent },
  { name: 'humans', event: HumansEvent },
]

const buildRows = (events: ReadonlyArray<object>) =>
  foldRows(
    toDo,
    buildLog(
      words,
      events.map((event, n): Line => ({
        at: day(10 + n),
        by: n === 0 ? people.h1 : timer,
        event: event as Line['event'],
      })),
    ),
  )
/** Reads rows as a query does: by the prefix of each place that the unit sees. */
const listSeen = (unit: string, events: ReadonlyArray<object>): ReadonlyArray<PlacedRow> => {
  const rows = buildRows(events)
  return listPlaces(tree, unit as UnitId).flatMap((place) =>
    [...rows].flatMap(([key, row]) => (key.startsWith(placePrefix(place)) ? [{ place, row }] : [])),
  )
}
const listItems = (unit: string, ...events: ReadonlyArray<object>) =>
  openItems(listSeen(unit, events)).map(({ subject, waits }) => `${subject.type} ${waits}`)
const listRunning = (unit: string, ...events: ReadonlyArray<object>) =>
  listDeadlines(listSeen(unit, events)).map(({ clock, at }) => `${clock} ${at.slice(8, 10)}`)

describe('the to-do list of a unit', () => {
  it('N2: a need waits for its answer, with its due instant, and says since which event', () => {
    expect(openItems(listSeen(V1, [submitted]))).toEqual([
      {
        place: V1,
        subject: { type: 'need', needId: 'N1' },
        waits: 'answer',
        since: { eventId: deriveEventId(0), occurredAt: day(10), recordedAt: day(10), actor: people.h1 },
        due: [{ clock: 'answer', at: day(21) }],
        marks: noMarks,
        details: {},
      },
    ])
  })

  it('N2, N7: while information is awaited it is the requester’s turn, and the clock still runs', () => {
    const asked = {
      type: 'InformationRequested',
      ...ofNeed,
      question: submitted.description,
      by: 'k1',
      stoppedAt: day(21),
      lapsesAt: day(27),
      assumed: false,
      policyVersion: 'TEST-1',
    }
    expect(listItems(V1, submitted, asked)).toEqual([])
    expect(listRunning(V1, submitted, asked)).toEqual(['information 27'])
  })

  it('O1: an approved need waits for its order until that is placed', () => {
    expect(listItems(V1, submitted, approved)).toEqual(['need order'])
    expect(listItems(V1, submitted, approved, placed)).toEqual(['order dispatch'])
  })

  it.each<[string, ReadonlyArray<object>, ReadonlyArray<string>, ReadonlyArray<string>]>([
    ['placed', [placed], ['order dispatch'], ['escalation 22', 'service 29']],
    ['offered', [placed, offered], [], ['offer 21', 'escalation 22', 'service 29']],
    ['accepted', [placed, offered, accepted], ['order schedule'], ['service 29']],
    ['scheduled', [placed, offered, accepted, scheduled], [], ['missed 25', 'service 29']],
    ['under way', [placed, offered, accepted, scheduled, started], ['order report'], ['service 29']],
    ['reported', [placed, offered, accepted, scheduled, started, reported], [], ['review 30']],
    ['closed', [placed, reported, closed], [], ['reopen 30']],
    [
      'handed back',
      [
        placed,
        offered,
        accepted,
        {
          type: 'OrderHandedBack',
          ...orderKeys,
          teamId: 'B1',
          by: 'team',
          reason,
          seated: [],
          serviceDueAt: day(29),
          refillAt: null,
          escalatesAt: day(22),
        },
      ],
      ['order dispatch'],
      ['escalation 22', 'service 29'],
    ],
    ['unmet', [placed, { type: 'OrderUnmet', ...orderKeys, reason }], [], []],
  ])('O4, O22: an order that is %s shows whose turn it is and which clocks run', (_, events, items, clocks) => {
    expect(listItems(V1, ...events)).toEqual(items)
    expect(listRunning(V1, ...events)).toEqual(clocks)
  })

  it('O19: an order that moves leaves one handler and waits at the next, with its own clocks', () => {
    const escalated = { type: 'OrderEscalated', ...move, automatic: true, escalatedAt: move.escalatesAt }
    expect(listItems(V1, placed, escalated)).toEqual([])
    expect(listRunning(V1, placed, escalated)).toEqual([])
    expect(listItems(T1, placed, escalated)).toEqual(['order dispatch'])
    expect(listRunning(T1, placed, escalated)).toEqual(['escalation 24', 'service 29'])
    const returned = { type: 'OrderReturned', ...move, from: T1, to: V1 }
    expect(listItems(V1, placed, escalated, returned)).toEqual(['order dispatch'])
  })

  it('G4: a unit sees what waits at the units below it, never what waits at its siblings', () => {
    expect(listItems(T1, submitted)).toEqual(['need answer'])
    expect(listItems(C, submitted)).toEqual(['need answer'])
    expect(listItems(T2, submitted)).toEqual([])
  })

  it('A9: a missing check-out waits for a second person at the recording body', () => {
    expect(listItems(V1, missing)).toEqual(['attendance confirmation'])
    expect(listRunning(V1, missing)).toEqual(['confirm 29'])
    expect(listItems(V1, missing, { type: 'AttendanceUnconfirmed', ...attendance, confirmBy: day(29) })).toEqual([])
  })

  it('A8: an alleged absence waits for its excuse', () => {
    const alleged = {
      type: 'AbsenceAlleged',
      ...attendance,
      by: 'p1',
      allegedAt: day(24),
      excuseBy: day(27),
      assumed: false,
      policyVersion: 'TEST-1',
    }
    expect(listItems(V1, alleged)).toEqual(['attendance excuse'])
    expect(listItems(V1, alleged, { type: 'AbsenceStood', ...attendance, excuseBy: day(27) })).toEqual([])
  })

  it('H3, H15, H16: a record waits at the unit of the responsible body', () => {
    expect(listItems(C, entered)).toEqual(['record approval'])
    expect(listItems(V2, entered)).toEqual([])
    expect(listItems(C, entered, held)).toEqual(['record hold'])
    expect(listItems(C, entered, held, cleared(true))).toEqual(['record hold'])
    expect(listItems(C, entered, held, cleared(false))).toEqual(['record approval'])
  })

  it('H12: a verified record that a hold suspends waits for the clearing of the hold; one that a person suspends waits for a ruling', () => {
    const verified = { type: 'RecordVerified', ...standing, revision: 0, approver: 'qc', teamId: null, home: V2 }
    expect(listItems(C, entered, verified)).toEqual([])
    expect(listItems(C, entered, verified, held, suspended(null))).toEqual(['record hold'])
    expect(listItems(C, entered, verified, suspended('qc'))).toEqual(['record ruling'])
    expect(
      listItems(C, entered, verified, suspended('qc'), { type: 'RecordVoided', ...standing, by: 'qc', reason }),
    ).toEqual([])
  })

  it('W2, W4: applications and stars wait at the authority, which only the top unit sees', () => {
    const applied = { type: 'StarApplied', ...application, level: 1, policyVersion: 'TEST-1', guardVersion: 'TEST-1' }
    const notice = {
      type: 'NoticeOpened',
      ...application,
      heard: 0,
      openedAt: day(20),
      endsAt: day(27),
      assumed: false,
      policyVersion: 'TEST-1',
    }
    const lost = {
      type: 'StarPutUnderExamination',
      ...examination,
      level: 1,
      minutes: 170,
      manual: 0,
      eligible: 0,
      gateOpen: true,
      lost: [],
      tell: false,
    }
    expect(listItems(T1, applied)).toEqual([])
    expect(listItems(C, applied)).toEqual(['application examination'])
    expect(listItems(C, applied, notice)).toEqual(['application grant'])
    expect(listRunning(C, applied, notice)).toEqual(['notice 27'])
    expect(listItems(C, lost)).toEqual(['star star-decision'])
    expect(listItems(C, lost, { type: 'StarRevoked', ...examination, level: 1, reason })).toEqual([])
  })

  it('W2: an application says how many objections its examiner has to have heard', () => {
    const applied = { type: 'StarApplied', ...application, level: 1, policyVersion: 'TEST-1', guardVersion: 'TEST-1' }
    const examined = { type: 'ApplicationExamined', ...application, heard: 0, examiner: 's', minutes: 200, manual: 0 }
    const objected = { type: 'ObjectionRaised', ...application, by: 'e', reason }
    const seeHeard = (...events: ReadonlyArray<object>) => openItems(listSeen(C, events))[0]?.details.heard
    expect(seeHeard(applied)).toBe(0)
    expect(seeHeard(applied, examined)).toBe(0)
    expect(seeHeard(applied, examined, objected)).toBe(1)
    expect(seeHeard(applied, examined, objected, { ...examined, heard: 1 })).toBe(1)
    expect(seeHeard(applied, examined, objected, { ...examined, heard: 1 }, { ...objected, by: 'f' })).toBe(2)
  })

  it('G2: a proposed merge or split waits at the top for a second person', () => {
    const asked = { by: 'k1', proposedAt: day(20) }
    const merge = { type: 'MergeProposed', person: 'a', survivor: 'b', ...asked }
    const split = { type: 'SplitProposed', person: 'a', others: [], ...asked }
    const made = { type: 'RegistrationsMerged', person: 'a', survivor: 'b', joining: ['a'], there: ['b'] }
    const parted = { type: 'RegistrationsSplit', person: 'a', leaving: ['a'], staying: ['b'], by: 'admin', reason }
    expect(listItems(C, merge)).toEqual(['merge second-person'])
    expect(listItems(T1, merge)).toEqual([])
    expect(listItems(C, merge, made)).toEqual([])
    expect(listItems(C, made, split)).toEqual(['split second-person'])
    expect(listItems(C, made, split, parted)).toEqual([])
    // The usual split sets one registration apart, and its command says so too.
    const seeDetails = (...events: ReadonlyArray<object>) => openItems(listSeen(C, events))[0]?.details
    expect(seeDetails(made, split)).toEqual({ others: [] })
    expect(seeDetails(made, { ...split, others: ['c'] })).toEqual({ others: ['c'] })
  })

  it('lists the longest waiting first, and the next deadline first', () => {
    expect(listItems(C, placed, missing, submitted)).toEqual([
      'order dispatch',
      'attendance confirmation',
      'need answer',
    ])
    expect(listRunning(C, placed, submitted)).toEqual(['answer 21', 'escalation 22', 'service 29'])
  })
})
