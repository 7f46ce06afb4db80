/** A county to draw histories from: its ledger with every slice and process, how it began, and what its people may do, honest or not. */
import { processes } from '../processes/index.ts'
import { slices } from '../slices.ts'
import { strangers, units } from './people.ts'
import { alleged, neverCame } from './scenes/alleged.ts'
import { askedBack, leftUnanswered } from './scenes/asked-back.ts'
import { byClerk } from './scenes/by-clerk.ts'
import { foundPresent, proven, unseated } from './scenes/by-hand.ts'
import { calledOff } from './scenes/called-off.ts'
import { carelessNeed, carelessOrder, reportedEarly } from './scenes/careless.ts'
import { leftWrongly, pausedTooOften, toldWrongly } from './scenes/careless-attendance.ts'
import { feigned } from './scenes/careless-feigned.ts'
import { rolledWrongly } from './scenes/careless-lists.ts'
import { cameTooEarly, orderedWhileClosing, reviewedWrongly, sentOutWrongly } from './scenes/careless-orders.ts'
import { addedOver, countedTwice, objectedTwice } from './scenes/careless-overlaps.ts'
import { enteredWrongly, ruledWrongly } from './scenes/careless-records.ts'
import { sheetFilledWrongly, sheetRuledWrongly } from './scenes/careless-sheets.ts'
import { corrected, suspended, timeAdded } from './scenes/corrected.ts'
import { starDoubted, starLost } from './scenes/doubted-stars.ts'
import { entered, objected } from './scenes/entered.ts'
import { givenUp } from './scenes/given-up.ts'
import { hurried, hurrySeen } from './scenes/hurried.ts'
import { declined, sentBack, unclaimed, unmet } from './scenes/looked-for-a-team.ts'
import { mergedElsewhere, mergedInError, servedTogether, survivorEnded } from './scenes/merged.ts'
import { givenAway, misrouted, passedOn } from './scenes/misrouted.ts'
import { doubled, missed } from './scenes/missed.ts'
import { notOfAge } from './scenes/not-of-age.ts'
import { longUnserved, orderForgotten, urged, withdrawnWhileServed } from './scenes/no-longer-wanted.ts'
import { oneHuman } from './scenes/one-human.ts'
import { burst, paper, sheetBack } from './scenes/paper.ts'
import { paused } from './scenes/paused.ts'
import { forestalled, redeemed, takenBack as pointsTakenBack, wasLess } from './scenes/points.ts'
import { movedIn, numberReleased, twoNumbers } from './scenes/registrations.ts'
import { rolled } from './scenes/rolled.ts'
import { doneAgain, neverReported, ratedByTheTeam, seatGivenUp } from './scenes/served-badly.ts'
import { served } from './scenes/served.ts'
import { objectedLate, starLapsed, starObjected, starRefused } from './scenes/stars.ts'
import { takenBack } from './scenes/taken-back.ts'
import { mergedInVain, starOfOne, takenForOne } from './scenes/taken-for-one.ts'
import { askedToJoin, disbanded, handedOver } from './scenes/teams.ts'
import { becameAlike, moreTime, noMoreTime, telephoned } from './scenes/times.ts'
import { contested, takenOver, toldLate } from './scenes/told-late.ts'
import { rostersAdopted, ruledByTwo, yearAdopted } from './scenes/top.ts'
import { ownNeed, tooMany } from './scenes/turned-down.ts'
import { twoPlaces } from './scenes/two-places.ts'
import { cameAfterAll, twoTeams } from './scenes/two-teams.ts'
import { vouched, vouchingSeen } from './scenes/vouched.ts'
import { bodySucceeded, closedVillage, movedVillage, postsHeld } from './scenes/units.ts'
import { setUp } from './set-up.ts'

import type { CountyActor, CountyDeed, CountyScene, CountyWait } from './scene.ts'

export type * from './scene.ts'

/** What a history is drawn from, as `ActingWorld` of `@zhiyuan/testing` takes it. */
export interface CountyWorld {
  readonly slices: typeof slices
  readonly processes: typeof processes
  readonly scene: { readonly slices: typeof slices; readonly jurisdiction: string; readonly now: string }
  readonly setUp: ReadonlyArray<CountyDeed | CountyWait>
  readonly scenes: ReadonlyArray<CountyScene>
  readonly strangers: ReadonlyArray<CountyActor>
}

/**
 * The county of `playWorld` and `holdsInWorld` in `@zhiyuan/testing`. An embedder puts slices, processes and scenes of their own beside those
 * of the county.
 *
 * @example
 * const county = countyWorld()
 * holdsInWorld({ ...county, slices: [...county.slices, tools], scenes: [...county.scenes, lending] }, [noToolLost])
 */
export const countyWorld = (): CountyWorld => ({
  slices,
  processes,
  scene: { slices, jurisdiction: units.city, now: '2020-04-01T01:00:00.000Z' },
  setUp,
  scenes: [
    addedOver,
    alleged,
    askedBack,
    askedToJoin,
    becameAlike,
    bodySucceeded,
    burst,
    byClerk,
    calledOff,
    cameAfterAll,
    cameTooEarly,
    carelessNeed,
    carelessOrder,
    closedVillage,
    contested,
    corrected,
    countedTwice,
    declined,
    disbanded,
    doneAgain,
    doubled,
    entered,
    enteredWrongly,
    feigned,
    forestalled,
    foundPresent,
    givenAway,
    givenUp,
    handedOver,
    hurried,
    hurrySeen,
    leftWrongly,
    missed,
    notOfAge,
    objected,
    objectedLate,
    objectedTwice,
    oneHuman,
    orderedWhileClosing,
    paper,
    paused,
    pausedTooOften,
    proven,
    reviewedWrongly,
    rolled,
    rolledWrongly,
    ruledWrongly,
    sentOutWrongly,
    served,
    sheetBack,
    sheetFilledWrongly,
    sheetRuledWrongly,
    suspended,
    takenBack,
    takenOver,
    timeAdded,
    toldLate,
    toldWrongly,
    twoPlaces,
    unseated,
    vouched,
    vouchingSeen,
    leftUnanswered,
    longUnserved,
    mergedElsewhere,
    mergedInError,
    mergedInVain,
    misrouted,
    moreTime,
    movedIn,
    movedVillage,
    neverCame,
    neverReported,
    noMoreTime,
    numberReleased,
    orderForgotten,
    ownNeed,
    passedOn,
    pointsTakenBack,
    postsHeld,
    ratedByTheTeam,
    redeemed,
    reportedEarly,
    rostersAdopted,
    ruledByTwo,
    seatGivenUp,
    sentBack,
    servedTogether,
    starDoubted,
    starLapsed,
    starLost,
    starObjected,
    starOfOne,
    starRefused,
    survivorEnded,
    takenForOne,
    telephoned,
    tooMany,
    twoNumbers,
    twoTeams,
    unclaimed,
    unmet,
    urged,
    wasLess,
    withdrawnWhileServed,
    yearAdopted,
  ],
  strangers,
})
