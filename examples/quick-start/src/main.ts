import { nationalDefaultPolicy, openLedger, systemClock, systemRandomness, unwrap } from '@zhiyuan/ledger'
import type { PlainCommand, RoleName } from '@zhiyuan/ledger'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'

// `create` makes what is not there yet. A service says it once, at set-up: a mistyped path would make a second ledger.
const stores = await unwrap(openSqlite({ file: 'ledger.sqlite', create: true }))
const vault = await unwrap(openSqliteVault({ file: 'vault.sqlite', create: true }))
const ports = { ...stores, vault, clock: systemClock, random: systemRandomness }
const ledger = await openLedger({ ports, log: 'our-county', jurisdiction: '131081', create: { administrator: 'p1' } })

const send = async (command: PlainCommand, person: string, role: RoleName) => {
  const outcome = await ledger.send(command, { actor: { person, role, unit: '131081' } })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection))
}
const city = { unitId: '131081', level: 'city', parent: null, name: '霸州市', code: '131081' } as const
await send({ type: 'OpenUnit', ...city }, 'p1', 'administrator')
await send({ type: 'AdoptPolicy', ...nationalDefaultPolicy }, 'p1', 'administrator')
const needId = systemRandomness.id()
const [description] = await ledger.keep(['窗户坏了，请人帮忙修 · a window is broken'])
const who = { requester: 'r1', proxy: null, contact: null, channel: 'telephone' } as const
const what = { kind: 'work-life', description, risks: null, voicedAt: systemClock.now(), sourceDate: null }
await send({ type: 'SubmitNeed', needId, unitId: '131081', ...who, ...what }, 'r1', 'resident')
await ledger.settle()
console.log((await ledger.timeline({ needId }))?.steps)
await ledger.close()
