/**
 * A capture inside its term is never lost (A14, A15). A check-in from a seat that was bound, for a time within the plan and told within three days, is
 * refused only where people ended the seat or the order. What was captured stays in its stream, also after clocks have concluded otherwise, until it has become a record,
 * was shorter than a minute, or a named person refused it or found otherwise.
 */
import * as E from 'fp-ts/lib/Either.js'
import { occasionKey, slices, type LedgerEvent, type Occasion } from '@zhiyuan/domain'
import type { StreamName, Typed } from '@zhiyuan/kernel'
import type { Done, Loop, WorldLaw } from '@zhiyuan/testing'
import { broken, followLog, handle, readLog } from './following.ts'

/** The county's policy takes a capture for so long. */
const captureMs = 3 * 24 * 3_600_000

interface Presence {
  readonly occasion: Occasion
  readonly volunteer: string
}
const nameStream = ({ occasion, volunteer }: Presence): StreamName => `assignment-${occasionKey(occasion)}.${volunteer}`
const isOf = <T extends LedgerEvent['type']>(
  type: T,
  event: Typed,
): event is Extract<LedgerEvent, { readonly type: T }> => event.type === type

/** Whether a person has ended the seat, or the round of its order. */
const isEndedByPeople = (loop: Loop<Typed>, presence: Presence): boolean => {
  const { occasion } = presence
  const order = occasion.type === 'order' ? `order-${occasion.orderId}` : `session-${occasion.sessionId}`
  const ends = [
    'AssignmentWithdrawn',
    'AssignmentSubstituted',
    'OrderCancelled',
    'OrderAborted',
    'OrderHandedBack',
    'SessionCancelled',
  ]
  return readLog(loop).some(
    ({ stream, type }) => (stream === order || stream === nameStream(presence)) && ends.includes(type),
  )
}

/** A check-in by the volunteer in person, within what the rule takes; null where it is another deed. */
const findArrival = (loop: Loop<Typed>, { at, deed }: Done): Presence | null => {
  const { actor, command, occurredAt: happened = at } = deed
  if (command.type !== 'CheckIn' || !('occasion' in command) || !('volunteer' in command)) return null
  // The codec has taken the command: its fields are those of a check-in.
  const presence = command as unknown as Presence
  if (actor.type !== 'person' || actor.person !== presence.volunteer) return null
  const opened = loop.events(nameStream(presence)).findLast((event) => isOf('AssignmentOpened', event))
  if (opened === undefined || opened.planned === null || opened.boundAt > happened) return null
  const { start, end } = opened.planned
  const toldAfter = Date.parse(at) - Date.parse(happened)
  // What is still to come cannot have happened.
  const inTerm = toldAfter >= 0 && toldAfter <= captureMs
  return inTerm && happened >= start && happened <= end ? presence : null
}

/** States that no capture may be in any more, except where people ended it. */
const lost = ['None', 'Cleared', 'NotCleared', 'Released', 'Withdrawn', 'Substituted', 'Absent', 'Excused']
/** States in which a presence counts: there is a record of it. */
const counted = ['Left', 'Confirmed', 'TakenOver']

export const keptCaptures: WorldLaw = {
  name: 'A14: a capture inside its term is never lost',
  watch: (loop) => {
    const follow = followLog(loop)
    const captured = new Map<StreamName, Presence & { readonly minutes: number | null }>()
    const recorded = new Set<StreamName>()
    const come = ({ occasion, volunteer }: Presence): void => {
      captured.set(nameStream({ occasion, volunteer }), { occasion, volunteer, minutes: null })
    }
    const stay = ({ occasion, volunteer, minutes }: Presence & { readonly minutes: number }): void => {
      captured.set(nameStream({ occasion, volunteer }), { occasion, volunteer, minutes })
    }
    const record = ({
      source: occasion,
      volunteer,
    }: {
      readonly source: Occasion
      readonly volunteer: string
    }): void => {
      recorded.add(nameStream({ occasion, volunteer }))
    }
    const take = handle({
      CheckedIn: come,
      PresenceCaptured: stay,
      CheckedOut: stay,
      AttendanceConfirmed: stay,
      CaptureTakenOver: stay,
      RecordSubmitted: record,
    })
    const assignment = slices.find(({ name }) => name === 'assignment') ?? broken('no slice of assignments')
    return {
      done: (done) => {
        // While processes have not acted yet, a seat may not be cleared: who tries again is let in.
        const presence = loop.waiting().length > 0 ? null : findArrival(loop, done)
        if (presence === null || E.isRight(done.outcome) || isEndedByPeople(loop, presence)) return
        broken(
          `a check-in of ${nameStream(presence)} for ${done.deed.occurredAt ?? done.at} is refused: ${done.outcome.left.type}`,
        )
      },
      rested: () => {
        follow().forEach(take)
        for (const [stream, presence] of captured) {
          const { type } = loop.state(assignment, stream) as Typed
          if (lost.includes(type) && !isEndedByPeople(loop, presence)) broken(`${stream} was captured, and is ${type}`)
          if (counted.includes(type) && presence.minutes !== 0 && !recorded.has(stream))
            broken(`${stream} is ${type}, and there is no record of it`)
        }
      },
    }
  },
}
