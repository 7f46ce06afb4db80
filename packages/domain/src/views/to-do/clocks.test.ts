/** Every event with the end of a term sets a clock of a to-do row, so that the people who have to act see until when. */
import { describe, expect, it } from 'vitest'
import { closed, Instant, literal, plusMillis, variants, type Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { listUnseenEnds, type DrawnEvent } from '../../fixtures/ends.arbitrary.ts'
import { listEvents, type EventCodec } from '../../fixtures/terms.ts'
import { scene } from '../../fixtures/world.ts'
import { slices } from '../../slices.ts'
import { OrderId } from '../../vocabulary/ids.ts'
import { toDo } from './project.ts'
import type { ToDoRow } from './row.ts'

type View = Projection<ToDoRow, LedgerEvent>
const over = 'it has passed when the event is recorded, as the law of timers shows'
/** Ends that no clock of a row shows, and why. */
const without: Readonly<Record<string, string>> = {
  'CheckedIn.missingAt':
    'until then the volunteer serves, and no unit has anything to do; CheckOutMissing says that it has',
  'AnswerOverdue.dueAt': over,
  'ObjectionOverdue.answerBy': over,
  'InformationLapsed.lapsesAt': over,
  'OrderOverdue.dueAt': over,
  'OrderOverdue.setFor': over,
  'OwnershipRefused.acceptBy': over,
  'ServiceOverdue.dueAt': over,
  'ServiceOverdue.setFor': over,
  'OrderMissed.missedAt': over,
  'OrderHandedBack.refillAt': over,
  'ExtensionRefused.answerBy': over,
  'ReviewAsked.dueAt': over,
  'SupervisionBegan.dueAt': over,
  'SupervisionBegan.setFor': over,
  'OrderPlaced.serviceDueAt': 'where a day was asked for, that day is due instead (O22)',
  'OrderPlaced.superviseAt': 'the unit above has nothing to do before; SupervisionBegan says that it has (O16)',
  'OrderReopened.superviseAt': 'as at the placing',
  'OrderReviewed.replaceableUntil': 'the reviewer may act until then, and no unit has anything to do',
  'CheckedOut.missingAt': over,
  'CheckOutMissing.missingAt': over,
  'AttendanceUnconfirmed.confirmBy': over,
  'CaptureUnconfirmed.confirmBy': over,
  'PresenceCaptured.missingAt': over,
  'CheckOutTakenBack.missingAt': 'until then the volunteer serves on',
  'AbsenceStood.excuseBy': over,
}

/** The ends that the rows show after one event. */
const listClocks = (view: View, event: DrawnEvent): ReadonlyArray<Instant> => {
  const moment = { id: 'e0', recordedAt: scene.now, occurredAt: scene.now }
  // The view reads nothing else of a header.
  const envelope = { ...moment, type: event.type, data: event } as unknown as Parameters<View['evolve']>[1]
  return view
    .keys(envelope.data)
    .flatMap((key) => view.evolve(view.initial(key), envelope, key).due)
    .map(({ at }) => at)
}

/** The fields of events, as `Type.field`, that hold the end of a term which no row shows. */
const listMissing = (events: ReadonlyArray<EventCodec>, view: View): ReadonlyArray<string> =>
  listUnseenEnds(events, (event, end) => listClocks(view, event).includes(end))

describe('the clocks of the to-do list', () => {
  it('are set by every event that holds the end of a term', () => {
    expect([...listMissing(listEvents(slices), toDo)].sort()).toEqual(Object.keys(without).sort())
  })
  it('are reported missing where a new event holds an end, where the list leaves an event out, and where a clock shows another instant', () => {
    const planted = closed({ type: literal('PlantedTermBegan'), orderId: OrderId, dueAt: Instant })
    expect(listMissing(listEvents([{ event: variants('Planted', [planted]) }]), toDo)).toEqual([
      'PlantedTermBegan.dueAt',
    ])
    const offered = listEvents(slices).filter(({ type }) => type === 'OrderOffered')
    expect(listMissing(offered, { ...toDo, keys: () => [] })).toEqual(['OrderOffered.expiresAt'])
    const late: View = {
      ...toDo,
      evolve: (...args) => {
        const row = toDo.evolve(...args)
        return { ...row, due: row.due.map((one) => ({ ...one, at: plusMillis(one.at, 1) })) }
      },
    }
    expect(listMissing(offered, late)).toEqual(['OrderOffered.expiresAt'])
  })
})
