/** What two rule together at the top, read from the name of the ruling (G8). */
import { fromMillis, type AnyCodec } from '@zhiyuan/kernel'
import { ExcuseAbsence } from '../../slices/attendance/assignment/assignment.codec.ts'
import { RuleBurst } from '../../slices/hours/burst/burst.codec.ts'
import {
  ClearHold,
  CorrectRecord,
  ReinstateRecord,
  UpholdRecord,
  VerifyRecord,
} from '../../slices/hours/record/record.codec.ts'
import { ApproveSheet } from '../../slices/hours/sheet/sheet.codec.ts'
import type { RulingId } from '../../slices/organisation/proposal/proposal.codec.ts'
import { parseRuling } from '../../slices/organisation/proposal/proposal.read.ts'
import { AnswerExtension, FollowUpOrder } from '../../slices/requests/order/order.codec.ts'
import { sumMinutes } from '../../vocabulary/minutes.ts'
import { parseOccasion } from '../../vocabulary/occasion.ts'
import type { Interval } from '../../vocabulary/values.ts'

/** A command as the item names it, whole but for the reason of the person who decides. */
export type NamedCommand = Readonly<Record<string, unknown>> & { readonly type: string }
type Fields = Readonly<Record<string, unknown>>
type Texts = ReadonlyArray<string | undefined>

const readInstants = (texts: Texts): ReadonlyArray<string> => texts.map((text = '') => fromMillis(parseInt(text, 36)))
const readSegments = (texts: Texts): ReadonlyArray<Interval> => {
  const instants = readInstants(texts)
  const starts = instants.filter((_at, index) => index % 2 === 0)
  return starts.map((start, index) => ({ start, end: instants[index * 2 + 1] }) as Interval)
}
const readCorrection = ([volunteer, recordId, correctionId]: Texts): Fields => ({ volunteer, recordId, correctionId })

/** For each command by which two rule: how its fields are read, and the codec that they fit. */
const commands: Readonly<Record<string, readonly [codec: AnyCodec, read: (about: Texts) => Fields]>> = {
  ExcuseAbsence: [ExcuseAbsence, ([key = '', volunteer]) => ({ occasion: parseOccasion(key), volunteer })],
  FollowUpOrder: [
    FollowUpOrder,
    ([orderId, round, verdict]) => ({ orderId, round: Number(round), verdict, comment: null }),
  ],
  AnswerExtension: [
    AnswerExtension,
    ([orderId, round, answer]) => ({ orderId, round: Number(round), grant: answer === 'grant' }),
  ],
  ClearHold: [ClearHold, ([volunteer, recordId, holdId]) => ({ volunteer, recordId, holdId })],
  VerifyRecord: [VerifyRecord, ([volunteer, recordId]) => ({ volunteer, recordId })],
  ReinstateRecord: [ReinstateRecord, ([volunteer, recordId]) => ({ volunteer, recordId })],
  ApproveSheet: [ApproveSheet, ([sheetId]) => ({ sheetId })],
  RuleBurst: [RuleBurst, ([burstId, number, verdict]) => ({ burstId, number: Number(number), verdict })],
  CorrectRecord: [
    CorrectRecord,
    (about) => {
      const segments = readSegments(about.slice(3))
      return { ...readCorrection(about), segments, minutes: sumMinutes(segments) }
    },
  ],
  UpholdRecord: [UpholdRecord, readCorrection],
}

/** Stands for the reason of the person who decides. */
const anyReason = { code: 'seen', text: null }

/** The command that decides a ruling; null for an id that was cut, or that no refusal has named. */
export const readRuling = (rulingId: RulingId): NamedCommand | null => {
  const [type = '', ...about] = parseRuling(rulingId) ?? []
  const [codec, read] = commands[type] ?? []
  if (codec === undefined || read === undefined) return null
  const command: NamedCommand = { type, ...read(about) }
  const whole = [command, { ...command, reason: anyReason }]
  return whole.some((one) => codec.is(one)) ? command : null
}
