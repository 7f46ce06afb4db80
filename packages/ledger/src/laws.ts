import { ruleSet, slices } from '@zhiyuan/domain'
import { ledgerStream } from '@zhiyuan/domain/organisation'
import { currentSchema, type Upcasts } from '@zhiyuan/kernel'
import { decisionRestorer, gatherUpcasts, buildRegistry, storedEventReader, type LogLaws } from '@zhiyuan/runtime'
import { foundedIdentity, foundingType } from './identity.ts'

/**
 * What every log of this ledger keeps to: founded first and once, decided by rules and written in words that this release knows, or that the
 * embedder's upcasts bring up, each decision an answer to the command that its events say.
 *
 * @example
 * const { findings } = await unwrap(checkLog(ports.events, ledgerLaws()))
 */
export const ledgerLaws = (upcasts: Upcasts = {}): LogLaws => {
  const all = gatherUpcasts(slices, upcasts)
  return {
    founding: { type: foundingType, stream: ledgerStream, identity: foundedIdentity },
    rules: ruleSet,
    readEvent: storedEventReader(buildRegistry(slices), all),
    restore: decisionRestorer(slices),
    currentSchema: (type) => currentSchema(all, type),
  }
}
