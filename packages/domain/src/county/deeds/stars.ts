/** Deeds on applications for a star. */
import { star } from '../../slices/recognition/star/index.ts'
import type { StarState } from '../../slices/recognition/star/star.state.ts'
import { starAuthority } from '../people.ts'
import { findDay, deed, type CountyActor, type CountyLook, type CountyStep } from '../scene.ts'

/** An application: of whom, under which id. */
export interface Applied {
  readonly volunteer: string
  readonly applicationId: string
}
export const newApplication = (one: CountyActor, id: string): Applied => ({
  volunteer: one.person,
  applicationId: `A${id}`,
})
export const apply = (one: CountyActor, application: Applied, level: number) =>
  deed(one, 'ApplyForStar', { ...application, level })
export const examine = (application: Applied, heard = 0) =>
  deed(starAuthority, 'ExamineApplication', { ...application, heard })
export const openNotice = (application: Applied, heard = 0) =>
  deed(starAuthority, 'OpenNotice', { ...application, heard })
export const grant = (application: Applied, by = starAuthority) => deed(by, 'GrantStar', application)

export const seeStar = ({ state }: CountyLook, volunteer: string): StarState =>
  // A look answers the state of the slice that is asked for, and this slice has this state.
  state(star, `star-${volunteer}`) as StarState
/** The level above the one that is held. */
export const applyAbove =
  (one: CountyActor, application: Applied): CountyStep =>
  (look) =>
    apply(one, application, (seeStar(look, one.person).held?.level ?? 0) + 1)
/** Five working days are over then, even with a week of holidays between. */
export const endNotice: CountyStep = ({ now }) => ({ until: findDay(now, 14, 1) })

export const toGranted = (one: CountyActor, application: Applied): ReadonlyArray<CountyStep> => [
  applyAbove(one, application),
  examine(application),
  openNotice(application),
  endNotice,
  grant(application),
]
