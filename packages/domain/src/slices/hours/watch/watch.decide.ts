import type { Decider } from '@zhiyuan/kernel'
import { noteHurry, seeHurry } from './decide/hurry.ts'
import type { WatchRejection } from './decide/shared.ts'
import { noteVouching, seeVouching } from './decide/vouching.ts'
import type { WatchCommand, WatchEvent } from './watch.codec.ts'
import { watchFold, watchStream, type WatchState } from './watch.read.ts'

export type { WatchRejection } from './decide/shared.ts'

export const watchDecider: Decider<WatchCommand, WatchState, WatchEvent, WatchRejection> = {
  stream: ({ unitId }) => watchStream(unitId),
  fold: watchFold,
  handlers: { NoteHurry: noteHurry, SeeHurry: seeHurry, NoteVouching: noteVouching, SeeVouching: seeVouching },
}
