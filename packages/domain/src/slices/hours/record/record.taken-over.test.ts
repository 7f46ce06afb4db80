/** A capture that the body's recorder took over is a record by hand: it is compared with the log (A14, H7, H2a). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { contestedTakenOver, pasts } from '../../attendance/assignment/assignment.fixture.ts'
import {
  accepted,
  missed,
  offered,
  placed,
  scheduled,
  seatCleared,
  seatTaken,
  started,
} from '../../requests/order/order.fixture.ts'
import { timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { attended, instant } from './record.fixture.ts'

const seated = [placed, offered, accepted, seatTaken('a'), seatCleared('a'), scheduled]
const began = [...seated, { ...started, at: instant('04-22 01:00') }]
const knowing = (order: ReadonlyArray<object>, past: ReadonlyArray<object> = pasts.TakenOver) =>
  ({ 'order-O1': order, 'assignment-o.O1.1.a': past }) as never
const given = stage(record, world, { ...scene, now: instant('05-09 02:00'), actor: timer })()
const entered = (start: string, end: string, minutes: number) => ({
  ...attended('o.O1.1', 'a', `04-22 ${start}`, `04-22 ${end}`, minutes),
  bodyId: units.V1,
  teamId: 'B1',
  grade: 'manual' as const,
  confirmer: 'k1',
})
const asCaptured = entered('01:00', '03:10', 130)
const entry = { type: 'RecordSubmitted', grade: 'manual', recorder: 'k1', responsible: 'k1' } as const
const against = { type: 'RecordHeld', kind: 'contradicts-the-log' } as const

describe('a capture that the recorder took over', () => {
  it('H2a, A14: within the plan of a round that began is not held', () => {
    given.knowing(knowing(began)).when(asCaptured).emits(entry)
  })
  it('H2a, A14: beyond the plan is held: two hours before and after a two-hour order', () => {
    const long = {
      ...pasts.TakenOver.at(-1),
      segments: [{ start: instant('04-21 23:00'), end: instant('04-22 04:58') }],
      minutes: 358,
    }
    given
      .knowing(knowing(began, [...pasts.TakenOver.slice(0, -1), long]))
      .when({ ...entered('01:00', '04:58', 238), segments: long.segments, minutes: 358 })
      .emits(entry, against)
  })
  it('H2a, A14: of a round that was missed is held', () => {
    given
      .knowing(knowing([...seated, missed]))
      .when(asCaptured)
      .emits(entry, against)
  })
  it('H2a, A8: against an allegation that no one has answered for her is held', () => {
    given.knowing(knowing(began, contestedTakenOver)).when(asCaptured).emits(entry, against)
  })
  it('H2a, A9: what a second person confirmed is not a record by hand, and is bounded by the confirmer’s term', () => {
    given
      .knowing(knowing(began, pasts.Confirmed))
      .when({ ...entered('00:00', '03:30', 210), grade: 'attested' as const })
      .emits({ type: 'RecordSubmitted', grade: 'attested' })
  })
})
