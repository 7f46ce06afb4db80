import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** N5: the need that another was merged into knows whose outcome it is too. */
export const duplicates = defineProcess('duplicates', {
  NeedMerged: ({ into, needId: duplicate, requester }) => [
    send({ type: 'NoteDuplicate', needId: into, duplicate, requester }),
  ],
})
