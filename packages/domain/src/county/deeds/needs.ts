/** Deeds on needs: those of the village, unless a scene says otherwise. */
import { city, hall, residents, units } from '../people.ts'
import { deed, words, type CountyActor, type CountyCast, type CountyDeed, type CountyStep } from '../scene.ts'

/** A need, the order of it, who voices it, and who owns and answers it. */
export interface Matter {
  readonly needId: string
  readonly orderId: string
  readonly requester: CountyActor
  readonly unitId: string
  readonly clerk: CountyActor
}

/** A matter of the scene's own; a further one of the same scene has another part. */
export const newMatter = ({ id, pick }: CountyCast, part = ''): Matter => ({
  needId: `N${id}${part}`,
  orderId: `O${id}${part}`,
  requester: pick(residents),
  unitId: units.village,
  clerk: hall.clerk,
})

/** The city is above every team, and no clock takes an order from it. */
export const atCity = (matter: Matter): Matter => ({ ...matter, unitId: units.city, clerk: city.clerk })

type NeedSaid = Partial<Omit<Parameters<typeof deed<'SubmitNeed'>>[2], 'needId'>>

/** The person speaks for no one else, unless more is said. */
export const submitNeed = (by: CountyActor, needId: string, said: NeedSaid = {}): CountyStep => {
  const voiced = {
    needId,
    unitId: units.village,
    requester: by.person,
    proxy: null,
    contact: null,
    channel: 'app',
    kind: 'work-life',
    description: words(needId),
    risks: { known: false, description: null },
    sourceDate: null,
    ...said,
  } as const
  return ({ now }) => deed(by, 'SubmitNeed', { voicedAt: now, ...voiced })
}

export const approveNeed = (needId: string, by = hall.clerk): CountyDeed =>
  deed(by, 'ApproveNeed', { needId, serviceClass: 'individual', risks: null })

export const mergeNeed = (needId: string, into: string): CountyDeed => deed(hall.clerk, 'MergeNeed', { needId, into })

export const toApproved = (
  { needId, requester, unitId, clerk }: Matter,
  said: NeedSaid = {},
): ReadonlyArray<CountyStep> => [submitNeed(requester, needId, { unitId, ...said }), approveNeed(needId, clerk)]
