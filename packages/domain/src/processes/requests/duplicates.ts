import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** N5: the merge is noted on the need into which another was merged, so that its outcome reaches both requesters. */
export const duplicates = defineProcess('duplicates', {
  NeedMerged: ({ into, needId: duplicate, requester }) => [
    send({ type: 'NoteDuplicate', needId: into, duplicate, requester }),
  ],
})
