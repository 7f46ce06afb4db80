/** Points of the veterans: spent, given back, taken back, and never given. */
import { reinstate, suspend, voidRecord } from '../deeds/people.ts'
import { hall, otherHall, otherTown, units, veterans } from '../people.ts'
import { findDay, deed, addHours, interval, why, type CountyScene } from '../scene.ts'
import { listRecords } from '../veterans.ts'

/** Points are spent, perhaps more than there are; what is not delivered is credited again. */
export const redeemed: CountyScene = {
  name: 'redeemed',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const redemption = { volunteer: one.person, redemptionId: `R${id}` }
    const asClerk = { ...one, role: 'clerk' }
    return [
      deed(pick([one, one, otherHall.clerk]), 'RedeemPoints', {
        ...redemption,
        points: pick([1, 3, 12, 40]),
        item: 'soap',
      }),
      deed(pick([otherHall.clerk, otherTown.clerk, otherTown.clerk, hall.clerk, asClerk]), 'CancelRedemption', {
        ...redemption,
        ...why('none-left'),
      }),
    ]
  },
}

/** A record is corrected, suspended and counts again, or is voided after its points were spent. */
export const takenBack: CountyScene = {
  name: 'takenBack',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const record = pick(Object.values(listRecords(one)))
    const isVoided = pick([true, false, false])
    return [
      deed(one, 'RedeemPoints', { volunteer: one.person, redemptionId: `R${id}`, points: pick([4, 12]), item: 'soap' }),
      suspend(otherHall.approver, record),
      isVoided
        ? voidRecord(pick([otherTown.approver, otherTown.approver, otherHall.approver]), record)
        : reinstate(otherTown.approver, record),
    ]
  },
}

/** The volunteer says that it was less: an approver answers. */
export const wasLess: CountyScene = {
  name: 'wasLess',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const { ofOrder } = listRecords(one)
    const correction = { ...ofOrder, correctionId: `K${id}`, ...why('left-early') }
    const hours = pick([3.5, 3, 4])
    const less = { segments: [interval('2020-04-02T01:00:00.000Z', hours)], minutes: 60 * hours }
    return [
      deed(pick([one, otherHall.approver]), 'RequestCorrection', correction),
      deed(pick([otherHall.approver, otherTown.approver]), 'CorrectRecord', { ...correction, ...less }),
    ]
  },
}

/** A record is verified and voided in one moment, so that the points are taken back before they were credited. */
export const forestalled: CountyScene = {
  name: 'forestalled',
  write: ({ id, now, pick }) => {
    const { person: volunteer } = pick(veterans)
    const sessionId = `S${id}`
    const planned = interval(addHours(now, 1), 1)
    const record = { volunteer, recordId: `B${id}` }
    return [
      deed(otherHall.clerk, 'PublishSession', {
        sessionId,
        host: units.otherVillage,
        planned,
        content: 'culture-arts',
        seats: null,
        risks: { known: false, description: null },
        responsible: 'elder',
      }),
      { until: planned.end },
      deed(otherHall.recorder, 'Backfill', {
        ...record,
        occasion: { type: 'session', sessionId, host: units.otherVillage },
        segments: [planned],
        minutes: 60,
        content: 'culture-arts',
        bodyId: units.otherVillage,
        teamId: null,
        responsible: 'elder',
        reason: null,
      }),
      ({ now: entered }) => ({ until: findDay(entered, pick([4, 4, 1]), 9) }),
      {
        race: [
          deed(otherHall.approver, 'VerifyRecord', record),
          suspend(otherHall.approver, record),
          voidRecord(otherTown.approver, record),
        ],
      },
      deed(otherHall.approver, 'VerifyRecord', record),
    ]
  },
}
