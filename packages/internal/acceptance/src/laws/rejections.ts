/** Which rejections have to occur in histories of the county. */
import type { LedgerRejection } from '@zhiyuan/domain'
import { rejectionsInChinese } from '../reference/chinese/rejections.ts'

/** Rejections that the people of the county do not get, and why not. */
export const cannotOccur: Readonly<Partial<Record<LedgerRejection['type'], string>>> = {
  InformationLapsedAlready: 'no clock of the loop is late: the question has lapsed before anyone can answer it',
  NotYetDue: 'only a clock is early, and the loop rings it again without counting that',
  OwnershipLapsed: 'no clock of the loop is late: the offer has lapsed before anyone can answer it',
  ServiceTooLong: 'nothing is planned for longer than a day, and this would take 69',
  SheetNotYetNoted: 'a list is noted before any time passes, and its second look lasts a working day',
  StillNotCleared:
    'the assignment is released in the same moment: who comes between the two is too rare to be asked for',
  TooManyOrders: 'a need would have to have 100 orders',
  TooManyRegistrations: 'a human would have to have 200 registrations',
}

/** All others; the list of refusals in Chinese does not compile while one is missing. */
export const rejectionTypes: ReadonlyArray<string> = Object.keys(rejectionsInChinese).filter(
  (type) => !(type in cannotOccur),
)
