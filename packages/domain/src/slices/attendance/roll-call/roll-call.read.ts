/** What others may read of a roll call. */
import { streamRead, type Fold, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { RollCallId } from '../../../vocabulary/ids.ts'
import type { RollCalled, RollCallEvent } from './roll-call.codec.ts'

export type RollCallState = { readonly type: 'None' } | { readonly type: 'Called'; readonly called: RollCalled }

export const rollCallFold: Fold<RollCallState, RollCallEvent> = {
  initial: { type: 'None' },
  evolve: (_state, event) => ({ type: 'Called', called: event }),
}
export const rollCallStream = (rollCall: RollCallId): StreamName => `rollcall-${rollCall}`
export const rollCallRead = (rollCall: RollCallId): StreamRead<RollCallState> =>
  streamRead(rollCallStream(rollCall), rollCallFold)
