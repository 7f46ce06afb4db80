import { openLedger, systemClock, systemRandomness, unwrap } from '@zhiyuan/ledger'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'

/** Opens a ledger by the paths of its two files; `create` makes what is not there yet. */
export const openFiles = async (ledger: string, vault: string, create = false) => {
  const stores = await unwrap(openSqlite({ file: ledger, create }))
  const secrets = await unwrap(openSqliteVault({ file: vault, create }))
  const ports = { ...stores, vault: secrets, clock: systemClock, random: systemRandomness }
  const name = { log: 'our-county', jurisdiction: '131081' }
  return openLedger({ ports, ...name, ...(create ? { create: { administrator: 'p1' } } : {}) })
}
