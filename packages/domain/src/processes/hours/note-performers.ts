import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** O9: who has minutes in a round neither reviews nor follows it up, also without a seat in it. */
export const notePerformers = defineProcess('note-performers', {
  RecordSubmitted: ({ source, volunteer }) => {
    if (source.type !== 'order') return []
    const { orderId, round } = source
    return [send({ type: 'NotePerformer', orderId, round, volunteer })]
  },
})
