/** A proposal that no one has decided lapses when its case ends otherwise (G8). A check of a round may come after a reopening too (O7). */
import { nameRuling } from '../../slices/organisation/proposal/proposal.read.ts'
import type { RulingId } from '../../slices/organisation/proposal/proposal.codec.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'
import type { Case, Cases, EventOf, EventType } from '../cases.ts'
import { endWaiting } from './cases.ts'
import { ruling } from './proposals.ts'
import type { ToDoRow } from './row.ts'

const over = ruling(endWaiting)

/** The case of an event by which the proposals about its case lapse as well. */
const lapsing = <T extends EventType>(
  own: Case<ToDoRow, EventOf<T>> | undefined,
  name: (event: EventOf<T>) => ReadonlyArray<RulingId>,
): Case<ToDoRow, EventOf<T>> => ({
  keys: (event) => [...(own?.keys(event) ?? []), ...name(event).flatMap((rulingId) => over.keys({ rulingId }))],
  evolve: (row, event, noted, key) => {
    const rulingId = name(event).find((one) => over.keys({ rulingId: one }).includes(key))
    if (rulingId === undefined) return own?.evolve(row, event, noted, key) ?? row
    return row.subject === null ? row : over.evolve(row, { rulingId }, noted, key)
  },
})

type Round = { readonly orderId: string; readonly round: number }
const nameFollowUps = ({ orderId, round }: Round) =>
  (['solved', 'partly', 'not-solved'] as const).map((verdict) => nameRuling('FollowUpOrder', orderId, round, verdict))
const nameAnswers = ({ orderId, round }: Round) =>
  (['grant', 'refuse'] as const).map((answer) => nameRuling('AnswerExtension', orderId, round, answer))
const nameExcuse = ({ occasion, volunteer }: Pick<EventOf<'AbsenceExcused'>, 'occasion' | 'volunteer'>) => [
  nameRuling('ExcuseAbsence', occasionKey(occasion), volunteer),
]
const nameHold = ({
  volunteer,
  recordId,
  holdId,
}: Pick<EventOf<'HoldCleared'>, 'volunteer' | 'recordId' | 'holdId'>) => [
  nameRuling('ClearHold', volunteer, recordId, holdId),
]
const nameUpholding = (event: Pick<EventOf<'RecordUpheld'>, 'volunteer' | 'recordId' | 'correctionId'>) => [
  nameRuling('UpholdRecord', event.volunteer, event.recordId, event.correctionId),
]

/** Adds the lapse of what was proposed about a follow-up, an extension, an absence, a hold, a correction that is upheld, or a burst. */
export const addLapses = (cases: Cases<ToDoRow>): Cases<ToDoRow> => ({
  ...cases,
  OrderFollowedUp: lapsing(cases.OrderFollowedUp, nameFollowUps),
  ExtensionGranted: lapsing(cases.ExtensionGranted, nameAnswers),
  ExtensionRefused: lapsing(cases.ExtensionRefused, nameAnswers),
  AbsenceExcused: lapsing(cases.AbsenceExcused, nameExcuse),
  AbsenceOverruled: lapsing(cases.AbsenceOverruled, nameExcuse),
  AbsenceRefuted: lapsing(cases.AbsenceRefuted, nameExcuse),
  HoldCleared: lapsing(cases.HoldCleared, nameHold),
  HoldLifted: lapsing(cases.HoldLifted, nameHold),
  RecordUpheld: lapsing(cases.RecordUpheld, nameUpholding),
  RecordCorrected: lapsing(cases.RecordCorrected, nameUpholding),
  BurstRuled: lapsing(cases.BurstRuled, ({ burstId, number }) =>
    (['none', 'burst'] as const).map((verdict) => nameRuling('RuleBurst', burstId, number, verdict)),
  ),
})
