/** Stars of the veterans: applied for, examined, objected to, granted, doubted. */
import { reinstate, suspend, voidRecord, type RecordKey } from '../deeds/people.ts'
import { otherHall, otherTown, residents, starAuthority, veterans } from '../people.ts'
import { dayAfter, deed, why, type CountyActor, type CountyLook, type CountyScene, type CountyStep } from '../scene.ts'
import { star } from '../../slices/recognition/star/index.ts'
import type { StarState } from '../../slices/recognition/star/star.state.ts'
import { recordsOf } from '../veterans.ts'

/** An application: of whom, under which id. */
interface Applied {
  readonly volunteer: string
  readonly applicationId: string
}
const newApplication = (one: CountyActor, id: string): Applied => ({ volunteer: one.person, applicationId: `A${id}` })
const apply = (one: CountyActor, application: Applied, level: number) =>
  deed(one, 'ApplyForStar', { ...application, level })
const examine = (application: Applied, heard = 0) =>
  deed(starAuthority, 'ExamineApplication', { ...application, heard })
const openNotice = (application: Applied, heard = 0) => deed(starAuthority, 'OpenNotice', { ...application, heard })
const grant = (application: Applied, by = starAuthority) => deed(by, 'GrantStar', application)

const seeStar = ({ state }: CountyLook, volunteer: string): StarState =>
  // A look answers the state of whatever slice is asked for, and this slice has this state.
  state(star, `star-${volunteer}`) as StarState
/** The level above the one that is held. */
const applyAbove =
  (one: CountyActor, application: Applied): CountyStep =>
  (look) =>
    apply(one, application, (seeStar(look, one.person).held?.level ?? 0) + 1)
/** After five working days, with a week of holidays between. */
const noticeOver: CountyStep = ({ now }) => ({ until: dayAfter(now, 14, 1) })

const toGranted = (one: CountyActor, application: Applied): ReadonlyArray<CountyStep> => [
  applyAbove(one, application),
  examine(application),
  openNotice(application),
  noticeOver,
  grant(application),
]

/** An application is heard: an objection has it examined again, and it is granted or refused. */
export const starObjected: CountyScene = {
  name: 'starObjected',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    const isRefused = pick([true, false])
    return [
      applyAbove(one, application),
      examine(application),
      openNotice(application),
      deed(pick([...residents, one]), 'RaiseObjection', { ...application, ...why('was-not-there') }),
      examine(application, pick([1, 1, 1, 0, 2])),
      isRefused
        ? deed(starAuthority, 'RefuseApplication', { ...application, ...why('objection-holds') })
        : openNotice(application, 1),
      grant(application, pick([starAuthority, one])),
      deed(pick(residents), 'RaiseObjection', { ...application, ...why('too-late') }),
    ]
  },
}

type Ending = 'uphold' | 'lower' | 'revoke'
/** Ends an examination; a star is lowered by so many steps. */
const end =
  (by: CountyActor, volunteer: string, how: Ending, steps = 1): CountyStep =>
  (look) => {
    const { held, examinations: examination } = seeStar(look, volunteer)
    const said = { volunteer, examination, ...why('looked-into') }
    if (how === 'uphold') return deed(by, 'UpholdStar', said)
    if (how === 'revoke') return deed(by, 'RevokeStar', said)
    return deed(by, 'LowerStar', { ...said, level: Math.max(1, (held?.level ?? 1) - steps) })
  }

const toDoubted = (record: RecordKey): ReadonlyArray<CountyStep> => [
  suspend(otherHall.approver, record),
  voidRecord(otherTown.approver, record),
]

/** A star rests on a record that is taken away. */
export const starDoubted: CountyScene = {
  name: 'starDoubted',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    const { ofOrder, ofSheet } = recordsOf(one)
    const how = pick(['uphold', 'lower', 'lower', 'revoke'] as const)
    return [
      apply(one, application, 3),
      examine(application),
      openNotice(application),
      noticeOver,
      grant(application),
      suspend(otherHall.approver, pick([ofOrder, ofOrder, ofSheet])),
      end(pick([starAuthority, starAuthority, one]), one.person, how, pick([1, 1, 0])),
      end(starAuthority, one.person, how),
    ]
  },
}

/** A star of the lowest level, of which nothing is left. */
export const starLost: CountyScene = {
  name: 'starLost',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const { ofOrder, ofSheet } = recordsOf(one)
    return [
      ...toGranted(one, newApplication(one, id)),
      ...toDoubted(ofOrder),
      suspend(otherTown.approver, ofSheet),
      end(starAuthority, one.person, 'revoke'),
    ]
  },
}

/** A record is suspended while an application waits, which lapses; it counts again afterwards (W12). */
export const starLapsed: CountyScene = {
  name: 'starLapsed',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    const { ofOrder } = recordsOf(one)
    return [
      apply(one, application, pick([3, 3, 4, 9])),
      suspend(otherHall.approver, ofOrder),
      reinstate(pick([otherTown.approver, otherHall.approver]), ofOrder),
      examine(application),
    ]
  },
}
