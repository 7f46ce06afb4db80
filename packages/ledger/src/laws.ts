import { ruleSet, slices } from '@zhiyuan/domain'
import { ledgerStream } from '@zhiyuan/domain/organisation'
import { currentSchema, type Upcasts } from '@zhiyuan/kernel'
import { decisionRestorer, gatherUpcasts, buildRegistry, storedEventReader, type LogLaws } from '@zhiyuan/runtime'
import { foundedIdentity, foundingType } from './identity.ts'

/**
 * The laws of every log of this ledger: it is founded first and once, its rules and schemas are known to this release, or the
 * embedder's upcasts bring them up, and each decision answers the command that its events restore.
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
