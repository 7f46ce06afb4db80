/** A county to draw histories from: its ledger with every slice and process, how it began, and what its people may do, honest or not. */
import { processes } from '../processes/index.ts'
import { slices } from '../slices.ts'
import { strangers, units } from './people.ts'
import { alleged } from './scenes/alleged.ts'
import { byClerk } from './scenes/by-clerk.ts'
import { foundPresent, proven, unseated } from './scenes/by-hand.ts'
import { calledOff } from './scenes/called-off.ts'
import { corrected, suspended, timeAdded } from './scenes/corrected.ts'
import { entered, objected } from './scenes/entered.ts'
import { givenUp } from './scenes/given-up.ts'
import { hurried, hurrySeen } from './scenes/hurried.ts'
import { doubled, missed } from './scenes/missed.ts'
import { notOfAge } from './scenes/not-of-age.ts'
import { oneHuman } from './scenes/one-human.ts'
import { burst, paper, sheetBack } from './scenes/paper.ts'
import { paused } from './scenes/paused.ts'
import { rolled } from './scenes/rolled.ts'
import { takenBack } from './scenes/taken-back.ts'
import { contested, takenOver, toldLate } from './scenes/told-late.ts'
import { twoPlaces } from './scenes/two-places.ts'
import { mergedInVain, starOfOne, takenForOne } from './scenes/taken-for-one.ts'
import { forestalled, redeemed, takenBack as pointsTakenBack, wasLess } from './scenes/points.ts'
import { starDoubted, starLost } from './scenes/doubted-stars.ts'
import { movedIn, numberReleased, twoNumbers } from './scenes/registrations.ts'
import { served } from './scenes/served.ts'
import { starLapsed, starObjected, starRefused } from './scenes/stars.ts'
import { askedToJoin, disbanded, handedOver } from './scenes/teams.ts'
import { rostersAdopted, ruledByTwo, yearAdopted } from './scenes/top.ts'
import { bodySucceeded, closedVillage, movedVillage, postsHeld } from './scenes/units.ts'
import { askedBack, leftUnanswered } from './scenes/asked-back.ts'
import { carelessNeed, carelessOrder, reportedEarly } from './scenes/careless.ts'
import { longUnserved, orderForgotten, urged, withdrawnWhileServed } from './scenes/no-longer-wanted.ts'
import { declined, sentBack, unclaimed, unmet } from './scenes/looked-for-a-team.ts'
import { mergedElsewhere, mergedInError, servedTogether, survivorEnded } from './scenes/merged.ts'
import { givenAway, misrouted, passedOn } from './scenes/misrouted.ts'
import { doneAgain, neverReported, ratedByTheTeam, seatGivenUp } from './scenes/served-badly.ts'
import { becameAlike, moreTime, noMoreTime, telephoned } from './scenes/times.ts'
import { ownNeed, tooMany } from './scenes/turned-down.ts'
import { cameAfterAll, twoTeams } from './scenes/two-teams.ts'
import { setUp } from './set-up.ts'

export type * from './scene.ts'

/**
 * The county of `playWorld` and `holdsInWorld` in `@zhiyuan/testing`. An embedder puts slices, processes and scenes of their own beside those
 * of the county.
 *
 * @example
 * const county = countyWorld()
 * holdsInWorld({ ...county, slices: [...county.slices, tools], scenes: [...county.scenes, lending] }, [noToolLost])
 */
export const countyWorld = () => ({
  slices,
  processes,
  scene: { slices, jurisdiction: units.city, now: '2020-04-01T01:00:00.000Z' },
  setUp,
  scenes: [
    alleged,
    burst,
    byClerk,
    calledOff,
    contested,
    corrected,
    doubled,
    entered,
    foundPresent,
    givenUp,
    hurried,
    hurrySeen,
    missed,
    notOfAge,
    objected,
    oneHuman,
    paper,
    paused,
    proven,
    rolled,
    served,
    sheetBack,
    suspended,
    takenBack,
    takenOver,
    timeAdded,
    toldLate,
    twoPlaces,
    unseated,
    askedToJoin,
    bodySucceeded,
    closedVillage,
    disbanded,
    forestalled,
    handedOver,
    mergedInVain,
    movedIn,
    movedVillage,
    numberReleased,
    postsHeld,
    redeemed,
    rostersAdopted,
    ruledByTwo,
    starDoubted,
    starLapsed,
    starLost,
    starObjected,
    starOfOne,
    pointsTakenBack,
    starRefused,
    takenForOne,
    twoNumbers,
    wasLess,
    yearAdopted,
    askedBack,
    becameAlike,
    cameAfterAll,
    carelessNeed,
    carelessOrder,
    declined,
    doneAgain,
    givenAway,
    leftUnanswered,
    longUnserved,
    mergedElsewhere,
    mergedInError,
    misrouted,
    moreTime,
    neverReported,
    noMoreTime,
    orderForgotten,
    ownNeed,
    passedOn,
    ratedByTheTeam,
    reportedEarly,
    seatGivenUp,
    sentBack,
    servedTogether,
    survivorEnded,
    telephoned,
    tooMany,
    twoTeams,
    unclaimed,
    unmet,
    urged,
    withdrawnWhileServed,
  ],
  strangers,
})
