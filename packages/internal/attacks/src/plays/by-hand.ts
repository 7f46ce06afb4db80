/** A morning of an order, its hours written down by the village's clerk, and pushed through by its approver. */
import type { Stage } from '../attack.ts'
import { interval, type Words } from '../county.ts'
import { begin, ofRound } from './round.ts'
import { backfill, verify, type Segment } from './words.ts'

const morning = interval('05-07 01:00', '05-07 04:00')
export const byHand = (volunteer: string, segment: Segment = morning): Words =>
  backfill(volunteer, 'R1', '', segment, {
    occasion: ofRound(),
    teamId: 'TA',
    responsible: 'b',
    content: 'hardship-relief',
  })

export const beginMorning = (stage: Stage, seated: ReadonlyArray<string>): Promise<void> =>
  begin(stage, morning, seated)
/** Entered by the clerk, and pushed through by the approver of the village. */
export const push = async ({ at, does, clears, tries }: Stage, volunteer: string, segment?: Segment): Promise<void> => {
  await does('k1', byHand(volunteer, segment))
  await at('05-15 01:00')
  await clears('q1', volunteer, 'R1')
  await tries('q1', verify(volunteer, 'R1'))
}
export const insiders = ['k1', 'q1']
