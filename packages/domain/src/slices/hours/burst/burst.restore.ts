import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { DoubtDay, NoteBurst, RuleBurst, type BurstCommand, type BurstEvent } from './burst.codec.ts'

export const restoreBurst = restoreByFirst<BurstCommand, BurstEvent>({
  BurstNoted: copyFields(NoteBurst),
  BurstRuled: copyFields(RuleBurst),
  DayDoubted: copyFields(DoubtDay),
})
