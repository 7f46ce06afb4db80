import type { Slice } from '@zhiyuan/kernel'
import { DiaryCommand, DiaryEvent } from './diary.codec.ts'
import { diaryDecider, type DiaryRejection } from './diary.decide.ts'
import type { Diary } from './diary.read.ts'
import { restoreDiary } from './diary.restore.ts'

export * from './diary.codec.ts'
export * from './diary.read.ts'
export type { DiaryRejection } from './diary.decide.ts'

/** Seats and presences of a volunteer under one registration, so that no one is in two places unnoticed (A16). */
export const diary: Slice<DiaryCommand, Diary, DiaryEvent, DiaryRejection, 'diary'> = {
  name: 'diary',
  command: DiaryCommand,
  event: DiaryEvent,
  decider: diaryDecider,
  lifecycle: { table: null, reason: 'it is a log of what happened elsewhere, and every command is taken at any time' },
  restoreCommand: restoreDiary,
}
