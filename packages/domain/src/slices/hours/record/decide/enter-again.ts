/** A returned record is entered again, or withdrawn. */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import type { ResubmitRecord, WithdrawRecord } from '../record.codec.ts'
import { isHeld } from '../record.state.ts'
import { isVolunteer, refuseRecorder } from './certifier.ts'
import {
  copyDatedKeys,
  notAllowed,
  on,
  otherReads,
  findRecord,
  copyKeys,
  unitAndHumanReads,
  unitHumanAndPolicyReads,
  copyWorth,
  type Decision,
} from './shared.ts'
import { holdEntered, listOtherRecords, listRecords } from './overlap.ts'
import { holdContradiction, presenceReads, toldReads } from './contradiction.ts'
import { holdEnteredAnew } from './entered-anew.ts'
import { holdLongDay } from './long-day.ts'
import { findLookEnd } from './second-look.ts'
import { refuseResponsible } from './responsible.ts'
import { judgeGrade, listMarks, refuseEntered, serviceDay } from './served.ts'

/** A returned record is entered again with other times; added time makes it `manual` (H9). */
export const resubmitRecord = on<ResubmitRecord>()({
  reads: (command, state, moment) => ({
    ...unitHumanAndPolicyReads(command, state, moment),
    ...toldReads(findRecord(state, command.recordId)),
  }),
  thenReads: (found, command, state) => ({
    ...otherReads(found, command),
    ...presenceReads(found.humans, findRecord(state, command.recordId)),
  }),
  decide:
    (command, { others, ...found }, moment) =>
    (state): Decision => {
      const { humans, policies } = found
      const record = findRecord(state, command.recordId)
      const { segments, minutes } = command
      const by = actingPerson(moment)
      const last = record?.entries.at(-1)
      const repeated = record !== undefined && record.entries.length > 1 && last?.by === by
      if (repeated && record.status !== 'returned' && sameContent(last?.segments, segments)) return E.right([])
      if (record?.status !== 'returned') return E.left(notAllowed(record, command))
      const refusal = refuseRecorder(found, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (isVolunteer({ record, humans }, by)) return E.left({ type: 'RecorderIsVolunteer', person: by })
      if (record.entries.some((entry) => sameContent(entry.segments, segments)))
        return E.left({ type: 'ReturnedBefore' })
      const unfit = refuseEntered(policies, command, moment.now)
      if (unfit !== null) return E.left(unfit)
      const dated = serviceDay(policies, segments)
      if (E.isLeft(dated)) return dated
      const beside = listOtherRecords(state, others, record.recordId)
      const { source, recordingUnit, teamId, recordedAt } = record
      const grade = judgeGrade(record, segments)
      const answerable = grade === 'manual' ? refuseResponsible(humans, record) : null
      if (answerable !== null) return E.left(answerable)
      const marks = listMarks(policies, dated.right, { source, segments, minutes, grade, recordedAt, beside })
      const served = { segments, minutes, day: dated.right.day, grade }
      const enteredAt = moment.now
      const lookUntil = findLookEnd(policies, { grade, marks, segments }, enteredAt)
      const again = { ...record, ...served, marks, entries: [...record.entries, { by, segments, at: enteredAt }] }
      return E.right([
        {
          type: 'RecordResubmitted',
          ...copyKeys(record),
          by,
          source,
          recordingUnit,
          teamId,
          enteredAt,
          lookUntil,
          stillHeld: isHeld(record),
          policyVersion: dated.right.policy.version,
          ...served,
          marks,
          before: copyWorth(record),
        },
        ...holdEntered(again, listRecords(state), beside),
        ...holdLongDay(again, beside, policies),
        ...(grade === 'manual' ? holdContradiction(again, found, policies) : []),
        ...(grade === 'manual' ? holdEnteredAnew(again, beside) : []),
      ])
    },
})

/** Frees the interval. A recorder of the body or the volunteer withdraws it, while it is returned. */
export const withdrawRecord = on<WithdrawRecord>()({
  reads: unitAndHumanReads,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      if (record?.status === 'withdrawn') return E.right([])
      if (record?.status !== 'returned') return E.left(notAllowed(record, command))
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const refusal = by === record.volunteer ? null : refuseRecorder(found, moment, record, command)
      return refusal === null
        ? E.right([{ type: 'RecordWithdrawn', ...copyDatedKeys(record), source: record.source, by, takenBack: false }])
        : E.left(refusal)
    },
})
