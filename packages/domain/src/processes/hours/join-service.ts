import { send } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** G2: what one registration of a human has served, the others' stars rest on too; what one owes, the others do too (W13). */
export const joinService = reacting('join-service', {
  SamePersonNoted: ({ volunteer, other }) => [
    send({ type: 'JoinService', volunteer, other }),
    send({ type: 'JoinPoints', volunteer, other }),
  ],
})
