import { send } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** N5: the need that another was merged into knows whose outcome it is too. */
export const duplicates = reacting('duplicates', {
  NeedMerged: ({ into, needId: duplicate, requester }) => [
    send({ type: 'NoteDuplicate', needId: into, duplicate, requester }),
  ],
})
