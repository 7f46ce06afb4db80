/** The need of an order under way is gone (O28). */
import * as E from 'fp-ts/lib/Either.js'
import type { AskAbort } from '../order.codec.ts'
import { copyKeys, onProcess } from './shared.ts'

export const askAbort = onProcess<AskAbort>()({
  about: ({ reason }, state) => (state.type === 'InProgress' && !state.abortAsked ? { reason, state } : null),
  then: ({ reason, state }) => E.right([{ type: 'AbortAsked', ...copyKeys(state), reason }]),
})
