/** A returned record is entered again or withdrawn. */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import type { ResubmitRecord, WithdrawRecord } from '../record.codec.ts'
import { isVolunteer, refuseRecorder } from './certifier.ts'
import {
  datedOf,
  notAllowed,
  on,
  othersThen,
  personOf,
  recordOf,
  stepOf,
  units,
  unitsHumansAndPolicy,
  worthOf,
  type Decision,
} from './on.ts'
import { heldForOverlap, overlapping, recordsBeside } from './overlap.ts'
import { gradeAfter, marksOf, refuseEntered, serviceDay } from './served.ts'

/** A returned record entered again, otherwise than before; added time makes it `manual` (H9). */
export const resubmitRecord = on<ResubmitRecord>()({
  reads: unitsHumansAndPolicy,
  thenReads: othersThen,
  decide:
    (command, { tree, humans, others, book }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      const { segments, minutes } = command
      const by = personOf(moment)
      const last = record?.entries.at(-1)
      const repeated = record !== undefined && record.entries.length > 1 && last?.by === by
      if (repeated && record.status !== 'returned' && sameContent(last?.segments, segments)) return E.right([])
      if (record?.status !== 'returned') return E.left(notAllowed(record, command))
      const refusal = refuseRecorder(tree, moment, record.bodyId, command)
      if (refusal !== null) return E.left(refusal)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (isVolunteer({ record, humans }, by)) return E.left({ type: 'RecorderIsVolunteer', person: by })
      if (record.entries.some((entry) => sameContent(entry.segments, segments)))
        return E.left({ type: 'ReturnedBefore' })
      const unfit = refuseEntered(segments, minutes, moment.now)
      if (unfit !== null) return E.left(unfit)
      const dated = serviceDay(book, segments)
      if (E.isLeft(dated)) return dated
      const beside = recordsBeside(state, others, record.recordId)
      const { source, recordedAt } = record
      const marks = marksOf(book, dated.right, { source, segments, minutes, recordedAt, beside })
      const served = { segments, minutes, day: dated.right.day, grade: gradeAfter(record, segments) }
      const again = { ...record, ...served, entries: [...record.entries, { by, segments }] }
      return E.right([
        { type: 'RecordResubmitted', ...stepOf(record), by, ...served, marks, before: worthOf(record) },
        ...heldForOverlap(again, overlapping(beside, segments)),
      ])
    },
})

/** Frees the interval: by who entered it or by the volunteer, while it is theirs to answer. */
export const withdrawRecord = on<WithdrawRecord>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      if (record?.status === 'withdrawn') return E.right([])
      if (record?.status !== 'returned') return E.left(notAllowed(record, command))
      const by = personOf(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const refusal = by === record.volunteer ? null : refuseRecorder(tree, moment, record.bodyId, command)
      return refusal === null ? E.right([{ type: 'RecordWithdrawn', ...datedOf(record), by }]) : E.left(refusal)
    },
})
