import type { UnitId } from '@zhiyuan/kernel'
import type { BurstId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface OfBurst {
  readonly unit: UnitId
  readonly burstId: BurstId
}
const burst = caseHere(({ unit, burstId }: OfBurst) => ({ place: unit, subject: { type: 'burst', burstId } }))

/** Items at the unit of the records: a burst waits as one case for the unit above (H12). */
export const bursts: Cases<ToDoRow> = {
  BurstNoted: burst(() => startWaiting('burst')),
  BurstRuled: burst(endWaiting),
}
