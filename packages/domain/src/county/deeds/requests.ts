/** Deeds on needs and their orders. */
import { hall, units } from '../people.ts'
import { deed, words, type CountyActor, type CountyDeed, type CountyStep } from '../scene.ts'

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

/** Without a planned time. */
export const placeOrder = (
  by: CountyActor,
  { orderId, needId }: { readonly orderId: string; readonly needId: string },
): CountyDeed => deed(by, 'PlaceOrder', { orderId, needId, specialty: 'hardship-relief', seats: 2, planned: null })
