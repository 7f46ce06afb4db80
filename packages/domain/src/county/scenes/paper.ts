/** Paper lists of who was there (H14), with and without a head count (H12). */
import { deed, why, type CountyScene } from '../scene.ts'
import { hostedSession, lookIsOver, someVolunteers } from '../deeds/session.ts'

/** A list that is approved once its second look is over: by the unit above it may be `attested`. */
export const paper: CountyScene = {
  name: 'paper',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, plain, planned } = session
    const people = someVolunteers(cast.pick, cast.pick([1, 2, 3]))
    const sheetId = `P${cast.id}`
    return [
      session.publish,
      { until: planned.start },
      deed(cast.pick([above.clerk, offices.clerk]), 'TellHeadCount', { occasion: plain, count: cast.pick([3, 3, 1]) }),
      session.over,
      session.sheet(offices.recorder, people),
      lookIsOver(`p.${sheetId}.1.1`),
      deed(cast.pick([above.approver, above.approver, offices.approver]), 'ApproveSheet', { sheetId }),
    ]
  },
}

/** A list that is sent back, and written anew by another hand. */
export const sheetBack: CountyScene = {
  name: 'sheet-back',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above } = session
    const people = someVolunteers(cast.pick, 2)
    const sheetId = `P${cast.id}`
    const approver = cast.pick([offices.approver, offices.approver, above.approver])
    const refuse = deed(approver, 'RejectSheet', { sheetId, ...why('no-such-day') })
    return [
      session.publish,
      session.over,
      session.sheet(offices.recorder, people),
      ...cast.pick([
        [refuse],
        [
          deed(approver, 'ReturnSheet', { sheetId, ...why('which-hours') }),
          session.sheet(cast.pick([offices.clerk, offices.recorder]), people, cast.pick([25, 25, 30])),
          refuse,
        ],
      ]),
    ]
  },
}

/** More people on one list than there can have been: the unit above rules on all of them at once (H12). */
export const burst: CountyScene = {
  name: 'burst',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, plain } = session
    const ruling = {
      burstId: `s.${plain.sessionId}`,
      number: 1,
      verdict: cast.pick(['none', 'burst'] as const),
      ...why('asked-them'),
    }
    return [
      session.publish,
      session.over,
      session.sheet(offices.recorder, someVolunteers(cast.pick, 4)),
      deed(cast.pick([above.approver, above.approver, offices.approver]), 'RuleBurst', ruling),
    ]
  },
}
