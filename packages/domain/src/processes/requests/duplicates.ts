import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** N5: the merge is noted on the need into which another was merged, so that its outcome reaches both requesters; so is the end of a merge. */
export const duplicates = defineProcess('duplicates', {
  NeedMerged: ({ into, needId: duplicate, requester, contact, proxy }) => [
    send({ type: 'NoteDuplicate', needId: into, duplicate, requester, contact, proxy }),
  ],
  NeedUnmerged: ({ survivor: needId, needId: duplicate }) => [send({ type: 'ReleaseDuplicate', needId, duplicate })],
  MergedNeedReturned: ({ survivor: needId, needId: duplicate }) => [
    send({ type: 'ReleaseDuplicate', needId, duplicate }),
  ],
})
