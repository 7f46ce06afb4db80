import type { Decider } from '@zhiyuan/kernel'
import { backfill } from './decide/backfill.ts'
import { correctRecord, requestCorrection, upholdRecord } from './decide/correct.ts'
import { resubmitRecord, withdrawRecord } from './decide/enter-again.ts'
import { clearHold, holdRecord } from './decide/hold.ts'
import { noteSamePerson, recheckOverlaps } from './decide/merge.ts'
import { rejectRecord, returnRecord, verifyRecord } from './decide/review.ts'
import { submitRecord } from './decide/submit.ts'
import { reinstateRecord, suspendRecord, voidRecord } from './decide/suspend.ts'
import type { ServiceCommand, ServiceEvent } from './service.codec.ts'
import { serviceStream } from './service.fact.ts'
import type { ServiceRejection } from './service.rejection.ts'
import { serviceFold, type ServiceState } from './service.state.ts'

export const serviceDecider: Decider<ServiceCommand, ServiceState, ServiceEvent, ServiceRejection> = {
  stream: ({ volunteer }) => serviceStream(volunteer),
  fold: serviceFold,
  steps: {
    SubmitRecord: submitRecord,
    Backfill: backfill,
    HoldRecord: holdRecord,
    ClearHold: clearHold,
    ReturnRecord: returnRecord,
    ResubmitRecord: resubmitRecord,
    WithdrawRecord: withdrawRecord,
    RejectRecord: rejectRecord,
    VerifyRecord: verifyRecord,
    RequestCorrection: requestCorrection,
    CorrectRecord: correctRecord,
    UpholdRecord: upholdRecord,
    SuspendRecord: suspendRecord,
    ReinstateRecord: reinstateRecord,
    VoidRecord: voidRecord,
    NoteSamePerson: noteSamePerson,
    RecheckOverlaps: recheckOverlaps,
  },
}
