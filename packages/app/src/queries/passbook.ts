import type { Instant } from '@zhiyuan/kernel'
import { passbook as view, passbookOf, type Passbook } from '@zhiyuan/domain'
import { rowOf, type Sources } from './sources.ts'

/** Empty for whoever never had a point. */
export const passbook =
  (sources: Sources) =>
  async (volunteer: string, knownAt?: Instant): Promise<Passbook> =>
    passbookOf((await rowOf(sources, view, volunteer)) ?? view.initial(volunteer), knownAt)
