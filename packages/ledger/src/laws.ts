import { ruleSet, slices } from '@zhiyuan/domain'
import { ledgerStream } from '@zhiyuan/domain/organisation'
import type { Upcasts } from '@zhiyuan/kernel'
import { gatherUpcasts, registryOf, wordsReader, type LogLaws } from '@zhiyuan/runtime'
import { foundingType } from './identity.ts'

/**
 * What every log of this ledger keeps to: founded first and once, decided by rules and written in words that this release knows, or that the
 * embedder's upcasts bring up.
 *
 * @example
 * const { findings } = await promised(checkLog(ports.events, ledgerLaws()))
 */
export const ledgerLaws = (upcasts: Upcasts = {}): LogLaws => ({
  founding: { type: foundingType, stream: ledgerStream },
  rules: ruleSet,
  readWords: wordsReader(registryOf(slices), gatherUpcasts(slices, upcasts)),
})
