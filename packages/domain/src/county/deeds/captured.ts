/** A volunteer tells after the service that she was there (A14). */
import { deed, type CountyActor, type CountyStep } from '../scene.ts'
import { addMinutes, waitUntil } from './times.ts'
import type { orderedService } from './ordered-service.ts'

type Service = Pick<ReturnType<typeof orderedService>, 'at' | 'presence'>

/** So many minutes after the planned end she tells of a check-in or check-out before it. */
export const tellLater = (
  { at, presence }: Service,
  volunteer: CountyActor,
  { step, before }: { readonly step: 'CheckIn' | 'CheckOut'; readonly before: number },
): CountyStep =>
  at(({ end }, now) => {
    const happened = addMinutes(end, -before)
    return happened > now ? null : deed(volunteer, step, presence(volunteer), happened)
  })

/** That she came half an hour before the planned end, and left shortly before it. */
export const tellBoth = (service: Service, volunteer: CountyActor): ReadonlyArray<CountyStep> => [
  tellLater(service, volunteer, { step: 'CheckIn', before: 30 }),
  tellLater(service, volunteer, { step: 'CheckOut', before: 5 }),
]

/** Told so late that it is a capture. */
export const captured = (service: Service, volunteer: CountyActor): ReadonlyArray<CountyStep> => [
  service.at(({ end }) => waitUntil(addMinutes(end, 20))),
  ...tellBoth(service, volunteer),
]
