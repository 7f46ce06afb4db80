import * as E from 'fp-ts/lib/Either.js'
import {
  readMany,
  sameContent,
  commandNotAllowed,
  type CommandNotAllowed,
  type Decider,
  type Moment,
  type PersonId,
  type States,
} from '@zhiyuan/kernel'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { humansRead, listOthers, type Humans } from '../../people/humans/humans.read.ts'
import { occasionKey } from '../../../vocabulary/occasion.ts'
import type { OnlyAProcess } from '../../../vocabulary/rejections.ts'
import { findLoneSeats, findOverlaps } from './compare.ts'
import type {
  CompareDiary,
  DiaryCommand,
  DiaryEvent,
  DropSeat,
  NoteBulkConfirmation,
  NotePresence,
  NoteSeat,
} from './diary.codec.ts'
import { diaryFold, diaryRead, diaryStream, nameFinding, type Diary } from './diary.read.ts'

export type DiaryRejection = CommandNotAllowed | OnlyAProcess

const { onProcess } = handlerKit<DiaryCommand, Diary, DiaryEvent, DiaryRejection>({
  isAbsent: () => false,
  notAllowed: (_state, { type }) => commandNotAllowed('Open', type),
})

const humanReads = (_command: unknown, _state: unknown, { jurisdiction }: Moment) => ({
  humans: humansRead(jurisdiction),
})
/** The diaries of the human's other registrations. */
const otherReads = ({ humans }: { readonly humans: Humans }, { volunteer }: { readonly volunteer: PersonId }) => ({
  others: readMany(listOthers(humans, volunteer), diaryRead),
})

type Found = States<ReturnType<typeof humanReads>> & States<ReturnType<typeof otherReads>>
const listDiaries = (own: Diary, { others }: Found): ReadonlyArray<Diary> => [own, ...others.values()]
const isOneOfSeveral = ({ humans }: Found, volunteer: PersonId): boolean => listOthers(humans, volunteer).length > 0

const copySeat = ({ volunteer, occasion, planned, handler, bodyId }: NoteSeat) => ({
  volunteer,
  occasion,
  planned,
  handler,
  bodyId,
})

const noteSeat = onProcess<NoteSeat>()({
  reads: humanReads,
  thenReads: otherReads,
  about: (command, state) => {
    const seat = copySeat(command)
    return sameContent(state.seats.get(occasionKey(command.occasion)) ?? null, seat) ? null : { seat, state }
  },
  then: ({ seat, state }, found) => {
    const noted: DiaryEvent = { type: 'SeatNoted', ...seat, several: isOneOfSeveral(found, seat.volunteer) }
    const marks = findOverlaps(state, listDiaries(state, found), { seats: [seat], presences: [] })
    return E.right([noted, ...marks])
  },
})

const dropSeat = onProcess<DropSeat>()({
  reads: humanReads,
  thenReads: otherReads,
  about: ({ occasion }, state) => {
    const seat = state.seats.get(occasionKey(occasion))
    return seat === undefined ? null : { seat, state }
  },
  then: ({ seat, state }, found) => {
    const lone = findLoneSeats(listDiaries(state, found), seat)
    return E.right([
      { type: 'SeatDropped', ...seat },
      ...lone.map((one): DiaryEvent => ({ type: 'OverlapEnded', ...one })),
    ])
  },
})

const notePresence = onProcess<NotePresence>()({
  reads: humanReads,
  thenReads: otherReads,
  about: ({ volunteer, occasion, from, to, step, late }, state) => {
    const known = state.presences.get(occasionKey(occasion))
    const presence = { volunteer, occasion, from, to, step, late }
    return known !== undefined && known.step >= step ? null : { presence, known, state }
  },
  then: ({ presence, known, state }, found) => {
    const several = isOneOfSeveral(found, presence.volunteer)
    const more = { late: presence.late || known?.late === true, several: known?.several ?? several }
    const entries = { seats: [], presences: [{ ...presence, ...more }] }
    const meetings = findOverlaps(state, listDiaries(state, found), entries)
    return E.right([{ type: 'PresenceNoted', ...presence, several }, ...meetings])
  },
})

const compareDiary = onProcess<CompareDiary>()({
  reads: humanReads,
  thenReads: otherReads,
  about: (_command, state) => ({ state }),
  then: ({ state }, found) => {
    const entries = { seats: [...state.seats.values()], presences: [...state.presences.values()] }
    return E.right(findOverlaps(state, listDiaries(state, found), entries))
  },
})

const noteBulkConfirmation = onProcess<NoteBulkConfirmation>()({
  about: (command, state) => (state.said.has(nameFinding('ConfirmedInBulk', command, command)) ? null : command),
  then: ({ volunteer, occasion, attempt, unit }) =>
    E.right([{ type: 'ConfirmedInBulk', volunteer, occasion, attempt, unit }]),
})

export const diaryDecider: Decider<DiaryCommand, Diary, DiaryEvent, DiaryRejection> = {
  stream: ({ volunteer }) => diaryStream(volunteer),
  fold: diaryFold,
  handlers: {
    NoteSeat: noteSeat,
    DropSeat: dropSeat,
    NotePresence: notePresence,
    CompareDiary: compareDiary,
    NoteBulkConfirmation: noteBulkConfirmation,
  },
}
