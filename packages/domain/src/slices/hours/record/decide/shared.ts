import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, readMany, sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { humansRead, listOthers, type Humans } from '../../../people/humans/humans.read.ts'
import type { RecordId } from '../../../../vocabulary/ids.ts'
import type { Count, Reason } from '../../../../vocabulary/values.ts'
import type { RecordCommand, RecordEvent } from '../record.codec.ts'
import { recordRead } from '../record.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { Ruling, ServiceRecord, RecordState } from '../record.state.ts'

export type Decision = E.Either<RecordRejection, ReadonlyArray<RecordEvent>>

/** The records of the human's other registrations (G2). */
export type Others = ReadonlyMap<PersonId, RecordState>

export const humanReads = (_command: RecordCommand, _state: RecordState, { jurisdiction }: Moment) => ({
  humans: humansRead(jurisdiction),
})
export const unitAndHumanReads = (_command: RecordCommand, _state: RecordState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  humans: humansRead(jurisdiction),
})
export const unitHumanAndPolicyReads = (command: RecordCommand, state: RecordState, moment: Moment) => ({
  ...unitAndHumanReads(command, state, moment),
  policies: policyRead(moment.jurisdiction),
})
/** Reads of the second round, since the first one finds who is one human. */
export const otherReads = (
  { humans }: { readonly humans: Humans },
  { volunteer }: { readonly volunteer: PersonId },
) => ({ others: readMany(listOthers(humans, volunteer), recordRead) })

export const findRecord = ({ records }: RecordState, recordId: RecordId): ServiceRecord | undefined =>
  records.get(recordId)

/** Names the state and the command; a final state has a refusal of its own (H9). */
export const notAllowed = (record: ServiceRecord | undefined, command: RecordCommand): RecordRejection => {
  if (record === undefined && 'recordId' in command) return { type: 'NotThere', id: command.recordId }
  if (record === undefined) return commandNotAllowed('none', command.type)
  const { recordId, status } = record
  if (status === 'voided') return { type: 'VoidedIsFinal', recordId, state: status, command: command.type }
  if (status === 'rejected') return { type: 'RejectedIsFinal', recordId, state: status, command: command.type }
  return commandNotAllowed(status, command.type)
}

/** A command that names a record speaks of one that is there, except those that make one. */
const isAbsent = (state: RecordState, command: RecordCommand): boolean =>
  'recordId' in command &&
  command.type !== 'SubmitRecord' &&
  command.type !== 'EnterSheetLine' &&
  findRecord(state, command.recordId) === undefined

export const { on, onProcess, onTimer } = handlerKit<RecordCommand, RecordState, RecordEvent, RecordRejection>({
  isAbsent,
  notAllowed: (state, command) =>
    notAllowed('recordId' in command ? findRecord(state, command.recordId) : undefined, command),
})

const isSameRuling = ({ type, by, reason }: Ruling, ruling: Ruling): boolean =>
  type === ruling.type && by === ruling.by && sameContent(reason, ruling.reason)

/** Whether it repeats the last ruling on the record: then it changes nothing. */
export const isLastRuling = ({ rulings }: ServiceRecord, ruling: Ruling): boolean => {
  const last = rulings.at(-1)
  return last !== undefined && isSameRuling(last, ruling)
}

/** A repeat of an older ruling would undo what was ruled since. */
export const refuseOlderRuling = ({ rulings }: ServiceRecord, ruling: Ruling): RecordRejection | null =>
  rulings.some((one) => isSameRuling(one, ruling)) ? { type: 'RuledBefore', ruling: ruling.type } : null

export const makeRuling = (
  type: Ruling['type'],
  { reason }: { readonly reason: Reason },
  moment: Moment,
): Ruling | null => {
  const by = actingPerson(moment)
  return by === null ? null : { type, by, reason }
}

/** The keys of an event: the volunteer, the record, and the body that answers for it. */
export const copyKeys = ({ volunteer, recordId, bodyId }: ServiceRecord) => ({ volunteer, recordId, bodyId })

/** The same keys with the day, for read models kept by period. */
export const copyDatedKeys = (record: ServiceRecord) => ({ ...copyKeys(record), day: record.day })

/** The keys of a ruling before the record counts, with the grade (H12). */
export const copyRuledKeys = (record: ServiceRecord) => ({ ...copyDatedKeys(record), grade: record.grade })

/** What the record is worth before the change. */
export const copyWorth = ({ minutes, day, grade }: ServiceRecord) => ({ minutes, day, grade })

/** The standing that read models key on and undo, at a revision. */
export const copyStanding = (record: ServiceRecord, revision: number) => {
  const { minutes, day, grade, source, servedUnit } = record
  return { ...copyKeys(record), minutes, day, grade, source, servedUnit, revision: revision as Count }
}
