import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** The points of a voided record are taken back; a suspension alone does not change them (W13). */
export const reversePoints = defineProcess('reverse-points', {
  RecordVoided: ({ volunteer, recordId, revision }) => [send({ type: 'ReversePoints', volunteer, recordId, revision })],
})
