import { send, stateless, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

/** G2: what one registration of a human has served, the others' stars rest on too. */
export const joinService: Process<null, LedgerEvent, LedgerCommand> = stateless('join-service', ({ data }) => {
  if (data.type !== 'SamePersonNoted') return []
  const { volunteer, other } = data
  return [send({ type: 'JoinService', volunteer, other })]
})
