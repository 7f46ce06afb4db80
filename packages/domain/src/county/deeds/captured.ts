/** A volunteer tells after the service that she was there (A14). */
import { deed, type CountyActor, type CountyStep } from '../scene.ts'
import { minutesAfter, waitUntil } from './times.ts'
import type { orderedService } from './service.ts'

type Service = ReturnType<typeof orderedService>

/** Told 20 minutes after the planned end: of the last half hour of it, but for five minutes. */
export const captured = (
  at: Service['at'],
  presence: ReturnType<Service['presence']>,
  volunteer: CountyActor,
): ReadonlyArray<CountyStep> => [
  at(({ end }) => waitUntil(minutesAfter(end, 20))),
  at(({ end }) => deed(volunteer, 'CheckIn', presence, minutesAfter(end, -30))),
  at(({ end }) => deed(volunteer, 'CheckOut', presence, minutesAfter(end, -5))),
]
