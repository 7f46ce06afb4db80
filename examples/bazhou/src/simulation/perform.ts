import { createHash } from 'node:crypto'
import type { Ledger, Outcome, PlainCommand, Sending } from '@zhiyuan/ledger'
import type { Deed } from './agenda.ts'

/** The command of a deed. A dispatcher's deed becomes an offer to the best team, or the conclusion that there is none. */
const chooseCommand = async (ledger: Ledger, { command, at, by }: Deed): Promise<PlainCommand | null> => {
  if (command.type !== 'Dispatch') return command
  const { orderId } = command
  const found = await ledger.rankTeams(orderId)
  if (found === null || found.status !== 'Open' || (found.handler !== by.unit && found.level !== 'city')) return null
  const offerId = `${orderId}-${at.slice(2, 16).replace(/\D/g, '')}`
  const best = found.ranking.candidates[0]
  return best === undefined
    ? { type: 'ConcludeNoTeam', orderId, searchId: offerId }
    : { type: 'DispatchOrder', orderId, offerId, teamId: best.teamId, override: null }
}

const commandId = (deed: Deed): string =>
  createHash('sha256')
    .update(JSON.stringify([deed.at, { type: 'person', ...deed.by }, deed.command]))
    .digest('base64url')
    .slice(0, 27)

/** Carries out one round of deeds together. */
export const perform = async (ledger: Ledger, deeds: ReadonlyArray<Deed>): Promise<ReadonlyArray<Outcome>> => {
  const sent: Sending[] = []
  for (const deed of deeds) {
    const command = await chooseCommand(ledger, deed)
    if (command === null) continue
    const { by: actor, occurredAt } = deed
    sent.push({
      command,
      by: { actor, commandId: commandId(deed), ...(occurredAt === undefined ? {} : { occurredAt }) },
    })
  }
  return ledger.sendAll(sent)
}
