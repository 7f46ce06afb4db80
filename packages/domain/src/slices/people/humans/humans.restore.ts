import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { MergeRegistrations, type HumansCommand, type HumansEvent } from './humans.codec.ts'

export const restoreHumans = restoreByFirst<HumansCommand, HumansEvent>({
  RegistrationsMerged: copyFields(MergeRegistrations),
})
