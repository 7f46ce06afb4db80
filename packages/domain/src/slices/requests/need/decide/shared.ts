import * as E from 'fp-ts/lib/Either.js'
import { plusMillis, toMillis, type Instant, type Moment, type UnitId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { startTimer, type DueBy, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { nameStates } from '../../../organisation/state-naming.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import type { NeedCommand, NeedEvent, NeedUnmerged } from '../need.codec.ts'
import { findCapacity } from '../need.read.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'
import { needTerms } from '../need.terms.ts'

export type Decision = E.Either<NeedRejection, ReadonlyArray<NeedEvent>>
/** The unit that the command names is not the one to which the need is offered. */
const findUnfit = (state: NeedState, command: NeedCommand): string | null =>
  command.type === 'AnswerOwnership' && state.type !== 'None' && state.offered?.to !== command.to ? 'to' : null

const naming = nameStates(({ needId }: NeedCommand) => needId, findUnfit)
export const { on, onProcess, onTimer, authorised } = handlerKit<NeedCommand, NeedState, NeedEvent, NeedRejection>(
  naming,
)
export const { notAllowed } = naming

/** The unit that owes the answer. */
export const owningUnit = {
  called: 'the owning unit',
  of: ({ state }: { readonly state: NeedFacts }): UnitId => state.owner,
}

/** The same answer again. */
export const repeatIf = (same: boolean): Decision | null => (same ? E.right([]) : null)

/** The keys of every event after the first. */
export const copyOpened = ({ submitted }: NeedFacts) => ({ needId: submitted.needId, opened: submitted.recordedAt })
/** The same keys with the unit that owns the need. */
export const copyKeys = (state: NeedFacts) => ({ ...copyOpened(state), unitId: state.owner })

export const findOwnCapacity = ({ submitted }: NeedFacts, humans: Humans, moment: Moment) =>
  findCapacity(submitted, actingPerson(moment), humans)

export const humansReads = (_command: unknown, _state: unknown, { jurisdiction }: Moment) => ({
  humans: humansRead(jurisdiction),
})

/** G7: null where the need is not the own one, and has none of one's own merged into it; to have typed it for a caller is no interest. */
export const refuseInterested = (
  row: { readonly never: ReadonlyArray<'requester' | 'contact' | 'proxy'> },
  { humans, actor }: { readonly humans: Humans; readonly actor: Moment['actor'] },
  ...needs: ReadonlyArray<NeedFacts>
) => {
  const people = needs.flatMap(({ submitted, duplicates }) => [submitted, ...duplicates])
  return refuseByRow(
    row,
    { humans, actor },
    {
      requester: people.map(({ requester }) => requester),
      contact: people.map(({ contact }) => contact),
      proxy: people.map(({ proxy }) => (proxy?.kind === 'family' ? proxy.person : null)),
    },
  )
}

type AnswerClock = Pick<NeedUnmerged, 'answerDueAt' | 'assumed' | 'policyVersion'>

/** N2: a new answer clock. */
export const startAnswer = (policies: PolicyBook, { now }: { readonly now: Instant }) =>
  E.map(({ dueAt: answerDueAt, assumed, policyVersion }: DueBy) => ({ answerDueAt, assumed, policyVersion }))(
    startTimer(policies, { of: needTerms, term: 'answer', at: now }),
  )

/** N2: what the office gives back to its clerk by itself wins no time: the clock goes on with what was left when it stopped, and one that had ended has ended. */
export const resumeAnswer = (
  policies: PolicyBook,
  { answerDueAt: dueAt, stoppedAt }: NeedFacts,
  { now }: { readonly now: Instant },
) => {
  const isOver = stoppedAt === null || stoppedAt > dueAt
  const resumed = isOver ? dueAt : plusMillis(now, toMillis(dueAt) - toMillis(stoppedAt))
  return E.map((clock: AnswerClock) => ({
    ...clock,
    answerDueAt: resumed < clock.answerDueAt ? resumed : clock.answerDueAt,
  }))(startAnswer(policies, { now }))
}

/** N12: the need leaves the list of the unit above, or of the city, in the same decision. */
export const unlist = (state: NeedFacts): ReadonlyArray<NeedEvent> =>
  state.listedAt === null ? [] : [{ type: 'NeedUnlisted', ...copyOpened(state), listedAt: state.listedAt }]
