import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A void record's points are taken back; a suspension alone leaves them where they are (W13). */
export const reversePoints = defineProcess('reverse-points', {
  RecordVoided: ({ volunteer, recordId, revision }) => [send({ type: 'ReversePoints', volunteer, recordId, revision })],
})
