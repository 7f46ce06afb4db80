/** Random presences, told to the ledger and to the oracles, come to the same (A9, A14, A16). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confirmEnd,
  gradeArrival,
  gradeDeparture,
  gradePresence,
  type GradedFact,
} from '../oracles/presence.oracle.fixture.ts'
import { findTwoPlaces, type ToldPresence } from '../oracles/two-places.oracle.fixture.ts'
import { addOrder, interval, openCounty, round, who, type County } from './orders.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const minute = 60_000
const terms = { toldMinutes: 15, captureDays: 3, overrunMinutes: 30 }
const planned = interval('05-07 01:00', '05-07 02:00')
const begin = Date.parse(planned.start)
const plannedEnd = Date.parse(planned.end)
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const seat = { type: 'TakeSeat', ...round, risksSeen: true }
const at = (orderId: string) => ({ occasion: { type: 'order', orderId, round: 1 }, volunteer: 'a' })

/** Tells now what happened then, and says whether it was refused, and as what. */
const tell = async ({ ledger }: County, type: string, orderId: string, kept: number): Promise<string | null> => {
  const occurredAt = new Date(kept).toISOString() as never
  const outcome = await ledger.sendUnknown({ type, ...at(orderId) }, { actor: who.a, occurredAt })
  await ledger.settle()
  return outcome.ok ? null : outcome.rejection.type
}
const openServed = async (): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(planned)
  await county.accept()
  await county.send('a', seat)
  return county
}

const isRefusal = (graded: GradedFact | string): graded is string => typeof graded === 'string'
const lag = fc.constantFrom(0, 1, 14, 15, 16, 45, 600, 4319, 4320, 4321)
const drawStay = fc.record({
  from: fc.integer({ min: -50, max: 55 }),
  stay: fc.integer({ min: 1, max: 50 }),
  lag,
  out: lag,
})

const agreeOnStay = async ({
  from,
  stay,
  lag: late,
  out,
}: {
  from: number
  stay: number
  lag: number
  out: number
}) => {
  const county = await openServed()
  const came = begin + from * minute
  const left = came + stay * minute
  const told = came + late * minute
  await county.at(say(told))
  const arrival = gradeArrival({ toldAt: told, keptAt: came, by: 'self' }, Date.parse('2020-05-06T00:00:00Z'), terms)
  expect(await tell(county, 'CheckIn', 'O1', came)).toBe(isRefusal(arrival) ? 'CaptureTooLate' : null)
  if (isRefusal(arrival)) return
  const toldOut = Math.max(told, left + out * minute)
  await county.at(say(toldOut))
  const departure = gradeDeparture({ toldAt: toldOut, keptAt: left, by: 'self' }, came, terms)
  expect(await tell(county, 'CheckOut', 'O1', left)).toBe(isRefusal(departure) ? 'CaptureTooLate' : null)
  if (isRefusal(departure)) return
  const listGrades = async () => (await county.listEvents('RecordSubmitted')).map(({ grade }) => grade)
  const grade = gradePresence([arrival.grade, departure.grade])
  expect(await listGrades()).toEqual(grade === null ? [] : [grade])
  if (grade !== null) return
  const end = new Date(left).toISOString()
  const confirmed = await county.ask('r1', { type: 'ConfirmAttendance', ...at('O1'), end, wasPresent: true })
  const allowed = confirmEnd(left, came, plannedEnd, terms)
  expect(confirmed).toEqual(allowed === null ? { refused: 'EndNotPlausible' } : ['AttendanceConfirmed'])
  expect(await listGrades()).toEqual(allowed === null ? [] : ['attested'])
}

interface Step {
  readonly order: 'O1' | 'O2'
  readonly what: 'in' | 'out' | 'late'
  readonly wait: number
}
const drawStep: fc.Arbitrary<Step> = fc.record({
  order: fc.constantFrom('O1', 'O2'),
  what: fc.constantFrom('in', 'in', 'out', 'late'),
  wait: fc.integer({ min: 1, max: 25 }),
})

type Told = { -readonly [K in keyof ToldPresence]: ToldPresence[K] }
/** What the ledger took, as the oracle hears it. A capture lasts from 40 to 20 minutes ago. */
const perform = async (county: County, now: number, { order, what }: Step, told: Told[]): Promise<void> => {
  const there = told.find(({ presence }) => presence === order)
  const late = what === 'late'
  if (what === 'out') {
    if ((await tell(county, 'CheckOut', order, now)) === null && there !== undefined) there.end = now
    return
  }
  const start = late ? now - 40 * minute : now
  if (there !== undefined || (await tell(county, 'CheckIn', order, start)) !== null) return
  const end = late && (await tell(county, 'CheckOut', order, now - 20 * minute)) === null ? now - 20 * minute : null
  told.push({ presence: order, registration: 'a', place: order, told: late ? 'late' : 'live', start, end })
}

const agreeOnPlaces = async (steps: ReadonlyArray<Step>) => {
  const county = await openServed()
  await addOrder(county, planned)
  await county.send('a', { ...seat, orderId: 'O2' })
  const told: Told[] = []
  let now = begin
  for (const step of steps) {
    now += step.wait * minute
    await county.at(say(now))
    await perform(county, now, step, told)
  }
  for (const { presence, told: how, end } of told)
    if (how === 'late' && end !== null) {
      const word = { type: 'ConfirmAttendance', ...at(presence), end: new Date(end).toISOString(), wasPresent: true }
      const overruns = end > plannedEnd + terms.overrunMinutes * minute
      expect(await county.ask('r1', word)).toEqual(overruns ? { refused: 'EndNotPlausible' } : ['AttendanceConfirmed'])
    }
  const { ended, heldPresences } = findTwoPlaces(told, [])
  const missing = (await county.listEvents('CheckOutMissing')).filter(({ elsewhere }) => elsewhere !== null)
  const nameOrder = (occasion: { readonly type: string; readonly orderId?: string }) => occasion.orderId ?? ''
  expect(missing.map(({ occasion, missingAt }) => [nameOrder(occasion), Date.parse(missingAt)])).toEqual(
    ended.map(({ presence, at: then }) => [presence, then]),
  )
  const records = (await county.listEvents('RecordSubmitted')).map(({ recordId }) => recordId as string)
  const held = (await county.listEvents('RecordHeld')).filter(({ kind }) => kind === 'two-places')
  const expected = heldPresences.map((one) => `o.${one}.1`).filter((one) => records.includes(one))
  expect([...new Set(held.map(({ recordId }) => recordId as string))].sort()).toEqual(expected.sort())
  return { ended, heldPresences: expected }
}

describe('presences by the ledger and by the oracle', () => {
  it(
    'A14, A9: are told in time, captured or refused alike, and confirmed up to the same end',
    { timeout: 240_000 },
    async () => {
      await fc.assert(fc.asyncProperty(drawStay, agreeOnStay), { numRuns: 100 })
    },
  )
  it('A16: end one another at the same instants, and the same are held', { timeout: 240_000 }, async () => {
    const found = { ended: 0, held: 0 }
    const agree = async (steps: ReadonlyArray<Step>) => {
      const { ended, heldPresences } = await agreeOnPlaces(steps)
      found.ended += ended.length
      found.held += heldPresences.length
    }
    await holdUntilMet(
      fc.asyncProperty(fc.array(drawStep, { minLength: 2, maxLength: 7 }), agree),
      { numRuns: 60 },
      () => found.ended > 3 && found.held > 3,
    )
    expect(found.ended).toBeGreaterThan(3)
    expect(found.held).toBeGreaterThan(3)
  })
})
