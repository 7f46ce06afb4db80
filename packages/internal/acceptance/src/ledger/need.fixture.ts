import type { PlainCommands } from '@zhiyuan/ledger'
import { units } from '../golden/people.ts'

/** A well-formed need of the resident r1. Its text is kept nowhere. */
export const need: PlainCommands['SubmitNeed'] = {
  type: 'SubmitNeed',
  needId: 'N1',
  unitId: units.V1,
  requester: 'r1',
  proxy: null,
  contact: null,
  channel: 'app',
  kind: 'work-life',
  description: { id: 't-1', commitment: '0'.repeat(64) },
  risks: null,
  voicedAt: '2020-04-01T00:00:00.000Z',
  sourceDate: null,
}
