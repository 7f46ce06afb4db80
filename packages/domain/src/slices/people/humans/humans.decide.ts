import type { Decider } from '@zhiyuan/kernel'
import { mergeRegistrations, proposeMerge } from './decide/merge.ts'
import { proposeSplit, splitRegistrations } from './decide/split.ts'
import type { HumansCommand, HumansEvent } from './humans.codec.ts'
import { humansFold, humansStream, type Humans } from './humans.read.ts'
import type { HumansRejection } from './humans.rejection.ts'

export const humansDecider: Decider<HumansCommand, Humans, HumansEvent, HumansRejection> = {
  stream: (_command, jurisdiction) => humansStream(jurisdiction),
  fold: humansFold,
  handlers: {
    ProposeMerge: proposeMerge,
    MergeRegistrations: mergeRegistrations,
    ProposeSplit: proposeSplit,
    SplitRegistrations: splitRegistrations,
  },
}
