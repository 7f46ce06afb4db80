import type { CommandNotAllowed } from '@zhiyuan/kernel'
import type { NotTheUnitAbove } from '../../organisation/two-at-the-top.ts'
import type { NotAuthorised, NotThere, OnlyAProcess } from '../../../vocabulary/rejections.ts'

export type BurstRejection = CommandNotAllowed | NotAuthorised | NotThere | NotTheUnitAbove | OnlyAProcess
