/** A decision never writes more than its bound: what a store appends at once, and for decisions about many records at a time their own. */
import type { WorldLaw } from '@zhiyuan/testing'
import { followLog } from './following.ts'

/** Events that a store appends at once at most. */
const mostAtOnce = 1000

export const boundedDecisions: WorldLaw = {
  name: 'L5: a decision never writes more than its bound',
  watch: (loop) => {
    const follow = followLog(loop)
    const counts = new Map<string, number>()
    const check = (): void => {
      for (const { commandId, stream, data } of follow()) {
        const count = (counts.get(commandId) ?? 0) + 1
        counts.set(commandId, count)
        if (count > mostAtOnce)
          throw new Error(`a decision about ${stream} writes ${count} events, the last ${data.type}`)
      }
    }
    return { done: check, rested: check }
  },
}
