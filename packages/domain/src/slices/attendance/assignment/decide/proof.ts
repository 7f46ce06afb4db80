/** A record by hand proves a presence that no one has confirmed (H2a, H14). */
import * as E from 'fp-ts/lib/Either.js'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type { AssignmentEvent, ProvePresence } from '../assignment.codec.ts'
import { proposeStay, type AssignmentState } from '../assignment.state.ts'
import { describeAttendance, mostMinutes } from './minutes.ts'
import { copyKeys, onProcess } from './shared.ts'
import { isOwnWord } from './told.ts'

const unproven = ['Present', 'CheckOutMissing', 'Captured', 'CaptureUnconfirmed'] as const
type Unproven = Extract<AssignmentState, { readonly type: (typeof unproven)[number] }>

/** Of a volunteer who is still there by her own word, no other person says when she left. */
const isUnproven = (state: AssignmentState, humans: Humans): state is Unproven =>
  (unproven as ReadonlyArray<AssignmentState['type']>).includes(state.type) &&
  (state.type !== 'Present' || !isOwnWord(humans, state.ref, state.told))

/** The presence as the log tells it; empty where it tells no length. */
const listStay = (state: Unproven): Segments => {
  switch (state.type) {
    case 'Present':
      return []
    case 'CheckOutMissing':
      return proposeStay(state)
    case 'Captured':
    case 'CaptureUnconfirmed':
      return state.segments
  }
}

/** H13: the segments rise and are no longer than a presence. Those of a record always are so. */
const isStay = (segments: Segments): boolean =>
  segments.every(({ start, end }, index) => start < end && (segments[index - 1]?.end ?? start) <= start) &&
  sumMinutes(segments) <= mostMinutes

const meets = (segments: Segments, stay: Segments): boolean =>
  stay.length === 0 || stay.some((known) => segments.some(({ start, end }) => start < known.end && known.start < end))

/** H11: no second record is made of the presence. A8: it answers an allegation that waited for a confirmation. */
export const provePresence = onProcess<ProvePresence>()({
  reads: (_command, _state, { jurisdiction }) => ({ humans: humansRead(jurisdiction) }),
  about: (command, state, { humans }) =>
    isUnproven(state, humans) && isStay(command.segments) && meets(command.segments, listStay(state))
      ? { command, state }
      : null,
  then: ({ command: { recordId, segments, by }, state }) => {
    const proven = { type: 'PresenceProven' as const, ...describeAttendance(state, segments), recordId, by }
    const at = segments[0]?.start ?? state.boundAt
    const answer: ReadonlyArray<AssignmentEvent> =
      state.contested === null ? [] : [{ type: 'AbsenceRefuted', ...copyKeys(state), at }]
    return E.right([...answer, proven])
  },
})
