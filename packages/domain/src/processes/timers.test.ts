/** Every event with the end of a term sets a timer for it: some process asks for a command at exactly that instant. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { closed, Instant, literal, plusMillis, sendLater, variants, type Process } from '@zhiyuan/kernel'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'
import { listUnseenEnds, type DrawnEvent } from '../fixtures/ends.arbitrary.ts'
import { listEvents, type EventCodec } from '../fixtures/terms.ts'
import { trialsBySlice, walks } from '../fixtures/walks.ts'
import { people } from '../fixtures/people.ts'
import { scene, world } from '../fixtures/world.ts'
import { processes, slices } from '../slices.ts'
import { OrderId } from '../vocabulary/ids.ts'
import { offerClocks } from './requests/offer-clocks.ts'

// Processes keep rows of different types; each gets only its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyProcess = Process<any, LedgerEvent, LedgerCommand>
const all: ReadonlyArray<AnyProcess> = processes

/** Ends that need no timer, and why. */
const without: Readonly<Record<string, 'a window' | 'over' | 'repeated'>> = {
  // Until then a person may act; no command follows at the end.
  'OrderClosed.reopenableUntil': 'a window',
  'NoticeOpened.endsAt': 'a window',
  'OrderReviewed.replaceableUntil': 'a window',
  'RecordSubmitted.lookUntil': 'a window',
  'RecordResubmitted.lookUntil': 'a window',
  'AddedTimeEntered.lookUntil': 'a window',
  // The event of the timer itself says that the term has ended.
  'AnswerOverdue.dueAt': 'over',
  'ObjectionOverdue.answerBy': 'over',
  'InformationLapsed.lapsesAt': 'over',
  'OrderOverdue.dueAt': 'over',
  'OrderOverdue.setFor': 'over',
  'OwnershipRefused.acceptBy': 'over',
  'ServiceOverdue.dueAt': 'over',
  'ServiceOverdue.setFor': 'over',
  'OrderHandedBack.refillAt': 'over',
  'ExtensionRefused.answerBy': 'over',
  'ReviewAsked.dueAt': 'over',
  'SupervisionBegan.dueAt': 'over',
  'SupervisionBegan.setFor': 'over',
  'CheckedOut.missingAt': 'over',
  'CheckOutMissing.missingAt': 'over',
  'AttendanceUnconfirmed.confirmBy': 'over',
  'CaptureUnconfirmed.confirmBy': 'over',
  'PresenceCaptured.missingAt': 'over',
  'AbsenceStood.excuseBy': 'over',
  // The timer was set when the order was opened, and still runs.
  'OrderEscalated.serviceDueAt': 'repeated',
  'OrderReturned.serviceDueAt': 'repeated',
  'OrderTransferred.serviceDueAt': 'repeated',
  'EscalationUndone.serviceDueAt': 'repeated',
}

/** The instants for which the processes ask for a command after one event. */
const listTimers = (by: ReadonlyArray<AnyProcess>, event: DrawnEvent): ReadonlyArray<Instant> => {
  const moment = { id: 'e0', recordedAt: scene.now, occurredAt: scene.now, actor: people.admin, readSet: [] }
  const envelope = { ...moment, type: event.type, data: event } as unknown as Parameters<AnyProcess['react']>[0]
  return by.flatMap((process) => {
    const rows = process
      .keys(envelope.data)
      .map((key) => process.evolve(process.initial(key), envelope, key) as unknown)
    return process.react(envelope, rows).flatMap((asked) => (asked.type === 'deadline' ? [asked.dueAt] : []))
  })
}

/** The timer fires at the end, or a millisecond later where an act at the end is still in time (N2). */
const isSet = (timers: ReadonlyArray<Instant>, end: Instant): boolean =>
  timers.includes(end) || timers.includes(plusMillis(end, 1))

/** The fields, as `Type.field`, that hold the end of a term without a timer at that instant. */
const listMissing = (events: ReadonlyArray<EventCodec>, by: ReadonlyArray<AnyProcess>): ReadonlyArray<string> =>
  listUnseenEnds(events, (event, end) => isSet(listTimers(by, event), end))

const extended = closed({ type: literal('PlantedTermBegan'), orderId: OrderId, dueAt: Instant })
const planted = listEvents([{ event: variants('Planted', [extended]) }])

describe('the timers', () => {
  it('are set by every event that holds the end of a term', () => {
    expect([...listMissing(listEvents(slices), all)].sort()).toEqual(Object.keys(without).sort())
  })

  it('are reported missing where a new event holds an end, where a process is not wired, and where one asks for another instant', () => {
    expect(listMissing(planted, all)).toEqual(['PlantedTermBegan.dueAt'])
    const unwired = listMissing(
      listEvents(slices),
      all.filter((process) => process !== offerClocks),
    )
    expect(unwired).toEqual(expect.arrayContaining(['OrderOffered.expiresAt', 'ClaimOpened.lapsesAt']))
    const late: AnyProcess = {
      ...offerClocks,
      react: (envelope) =>
        envelope.data.type === 'OrderOffered'
          ? [sendLater(plusMillis(envelope.data.expiresAt, 1000), { ...envelope.data, type: 'ExpireOffer' })]
          : [],
    }
    const offered = listEvents(slices).filter(({ type }) => type === 'OrderOffered')
    expect(listMissing(offered, [late])).toEqual(['OrderOffered.expiresAt'])
  })
})

/** The events of each pair of a state and a command in the walk through the tables, after its past. */
const played = walks.flatMap(({ name, slice, lifecycle }) => {
  const states = new Set(lifecycle.table.transitions.flatMap(({ from }): ReadonlyArray<string> => [from]))
  const commands = new Set(lifecycle.table.transitions.map(({ command }) => String(command)))
  return [...states].flatMap((state) =>
    [...commands].flatMap((command) => {
      const trial = trialsBySlice[name]?.makeTrial(state, command)
      if (trial === undefined) return []
      const { past, knowing, now, actor } = trial
      const setting = { world: { ...world, ...knowing }, past, scene: { ...scene, now, actor } }
      const outcome = attemptDecider(slice, setting)(replayPast(slice, setting), { command: trial.command })
      return E.isLeft(outcome) ? [] : [{ now, past, emitted: outcome.right as ReadonlyArray<DrawnEvent> }]
    }),
  )
})
const listEmitting = (exempt: string) => {
  const [type, field = ''] = exempt.split('.')
  return played.flatMap(({ now, past, emitted }) =>
    emitted.flatMap((event, index) =>
      event.type === type && event[field] !== null
        ? [{ end: event[field] as Instant, now, before: [...past, ...emitted.slice(0, index)] }]
        : [],
    ),
  )
}

describe('an end without a timer of its own', () => {
  const exempt = (kind: string) => Object.keys(without).filter((key) => without[key] === kind)

  it.each(exempt('repeated'))('%s repeats an end whose timer an earlier event has set', (key) => {
    const cases = listEmitting(key)
    expect(cases.length).toBeGreaterThan(0)
    for (const { end, before } of cases)
      expect(before.some((event) => isSet(listTimers(all, event as DrawnEvent), end))).toBe(true)
  })

  it.each(exempt('over'))('%s has passed when the event is recorded', (key) => {
    const cases = listEmitting(key)
    expect(cases.length).toBeGreaterThan(0)
    for (const { end, now } of cases) expect(end <= now).toBe(true)
  })
})
