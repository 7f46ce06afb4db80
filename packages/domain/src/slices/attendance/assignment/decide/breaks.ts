/** H13: a break ends a segment, and its end begins the next one. */
import * as E from 'fp-ts/lib/Either.js'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { PauseService, ResumeService } from '../assignment.codec.ts'
import { listEnds, listStarts } from './minutes.ts'
import { copyRef, notAllowed, on, refuseOthers, type Decision } from './shared.ts'
import { judgeStep } from './told.ts'

/** A list of segments holds 50: 48 before this break, the one it ends, and the one after it. */
const mostSegmentsBeforeBreak = 48

export const pauseService = on<PauseService>()({
  reads: policyReads,
  decide:
    (command, { policies }, moment) =>
    (state): Decision => {
      const { occurredAt: at, now: toldAt } = moment
      if (listEnds(state).includes(at)) return E.right([])
      if (state.type !== 'Present') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      if (refusal !== null) return E.left(refusal)
      const late = judgeStep(policies, state, { at, toldAt, told: null })
      if (E.isLeft(late)) return late
      return state.segments.length > mostSegmentsBeforeBreak
        ? E.left({ type: 'TooManyBreaks' })
        : E.right([{ type: 'ServicePaused', ...copyRef(command), at, late: late.right }])
    },
})

export const resumeService = on<ResumeService>()({
  reads: policyReads,
  decide:
    (command, { policies }, moment) =>
    (state): Decision => {
      const { occurredAt: at, now: toldAt } = moment
      if (listStarts(state).includes(at)) return E.right([])
      if (state.type !== 'Paused') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      if (refusal !== null) return E.left(refusal)
      const late = judgeStep(policies, state, { at, toldAt, told: null })
      return E.isLeft(late) ? late : E.right([{ type: 'ServiceResumed', ...copyRef(command), at, late: late.right }])
    },
})
