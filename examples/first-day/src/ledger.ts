import { manualClock, openLedger, seededRandomness, unwrap } from '@zhiyuan/ledger'
import type { PlainActor, PlainCommand } from '@zhiyuan/ledger'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'

/** Opens the county's ledger under a clock that is set by hand, so that a day passes at once. A service takes `systemClock`. */
export const openCounty = async (now: string, create?: { readonly administrator: string }) => {
  const clock = manualClock(now)
  const made = create !== undefined
  const stores = await unwrap(openSqlite({ file: 'ledger.sqlite', create: made }))
  const vault = await unwrap(openSqliteVault({ file: 'vault.sqlite', create: made }))
  // The same ids at each run, for this page. A service takes `systemRandomness`.
  const ports = { ...stores, vault, clock, random: seededRandomness(`first day ${now}`) }
  const name = { log: 'our-county', jurisdiction: '131081' }
  const ledger = await openLedger({ ports, ...name, ...(create === undefined ? {} : { create }) })

  /** Sends a command, lets all that follows from it happen, and ends the program where it is refused. */
  const send = async (command: PlainCommand, actor: PlainActor): Promise<void> => {
    const outcome = await ledger.send(command, { actor })
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(outcome.rejection)}`)
    await ledger.settle()
  }
  return { ledger, send, passTo: clock.set, now: clock.now }
}
