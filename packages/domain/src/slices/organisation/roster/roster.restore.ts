import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { AdoptRoster, type RosterCommand, type RosterEvent } from './roster.codec.ts'

export const restoreRoster = restoreByFirst<RosterCommand, RosterEvent>({ RosterAdopted: copyFields(AdoptRoster) })
