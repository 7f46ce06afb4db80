import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import {
  MergeRegistrations,
  ProposeMerge,
  ProposeSplit,
  SplitRegistrations,
  type HumansCommand,
  type HumansEvent,
} from './humans.codec.ts'

const split = copyFields(SplitRegistrations)

const restoreSplit: RestoreTable<HumansCommand, HumansEvent>['RegistrationsSplit'] = (event) =>
  split({ ...event, others: event.leaving.slice(1) })

export const restoreHumans = restoreByFirst<HumansCommand, HumansEvent>({
  MergeProposed: copyFields(ProposeMerge),
  RegistrationsMerged: copyFields(MergeRegistrations),
  SplitProposed: copyFields(ProposeSplit),
  RegistrationsSplit: restoreSplit,
})
