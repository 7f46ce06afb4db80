/** What the commands on an item ask for beside its subject, so that who acts needs to read nothing else. */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { CaseNumber } from '../../slices/hours/burst/burst.codec.ts'
import type { Proposal } from '../../slices/organisation/proposal/proposal.read.ts'
import type { CorrectionId, HoldId, OfferId } from '../../vocabulary/ids.ts'
import type { Unseen } from '../../slices/hours/watch/watch.codec.ts'
import type { Count, Round } from '../../vocabulary/values.ts'
import type { NamedCommand } from './rulings.ts'

/** Only what the commands on the item ask for is there. */
export interface Details {
  readonly round?: Round
  readonly offerId?: OfferId
  /** The holds that are not yet cleared. */
  readonly holds?: ReadonlyArray<HoldId>
  readonly correctionId?: CorrectionId
  /** The case of a burst, and the units that answered for its records. */
  readonly number?: CaseNumber
  readonly units?: ReadonlyArray<UnitId>
  /** The registrations that a split sets apart. */
  readonly others?: ReadonlyArray<PersonId>
  readonly examination?: Count
  /** How many objections to the application there are. */
  readonly heard?: Count
  /** How many words of a person who vouched were told, and what no unit above has looked at. */
  readonly told?: Count
  readonly unseen?: Unseen
  /** What two rule together: the command, whole but for the reason of the person who decides (G8). */
  readonly command?: NamedCommand
  /** Who proposed it, and why. */
  readonly proposals?: ReadonlyArray<Pick<Proposal, 'by' | 'post' | 'reason' | 'proposedAt'>>
}
export const noDetails: Details = {}
