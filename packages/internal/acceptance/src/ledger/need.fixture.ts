import type { Ledger, PlainCommands } from '@zhiyuan/ledger'
import { computeCommitment } from '@zhiyuan/runtime'
import { units } from '../golden/people.ts'

const secret = { id: 't-1', salt: '0'.repeat(64), text: 'The stairs are dark.' }
const { id, salt, text } = secret
/** Keeps the need's text, without which the command is refused (P6). */
export const keepText = (ledger: Ledger): Promise<void> => ledger.keepSecrets([secret])

/** A well-formed need of the resident r1. */
export const need: PlainCommands['SubmitNeed'] = {
  type: 'SubmitNeed',
  needId: 'N1',
  unitId: units.V1,
  requester: 'r1',
  proxy: null,
  contact: null,
  channel: 'app',
  kind: 'work-life',
  description: { id, commitment: computeCommitment(salt, text) },
  risks: null,
  voicedAt: '2020-04-01T00:00:00.000Z',
  sourceDate: null,
}
