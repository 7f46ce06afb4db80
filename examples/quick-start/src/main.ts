import { openLedger } from '@zhiyuan/ledger'
import { nationalHabits } from '@zhiyuan/domain'
import { promised, systemClock, systemRandomness } from '@zhiyuan/runtime'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'

const create = process.argv.includes('--found') // said once, in the first run
const stores = await promised(openSqlite({ file: 'ledger.sqlite', create }))
const vault = await promised(openSqliteVault({ file: 'vault.sqlite', create }))
const ports = { ...stores, vault, clock: systemClock, random: systemRandomness }
const founder = create ? { create: { administrator: 'p1' } } : {}
const ledger = await openLedger({ ports, log: 'our-county', jurisdiction: '131081', ...founder })

const as = (person: string, role: string) => ({ actor: { type: 'person', person, role, unit: '131081' } as const })
const city = { unitId: '131081', level: 'city', parent: null, name: '霸州市', code: '131081' }
await ledger.send({ type: 'OpenUnit', ...city }, as('p1', 'administrator'))
await ledger.send({ type: 'AdoptPolicy', ...nationalHabits }, as('p1', 'administrator'))
const [description] = await ledger.keep(['窗户坏了，请人帮忙修 · a window is broken'])
const need = { needId: 'n1', unitId: '131081', requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
const more = { kind: 'work-life', description, risks: null, voicedAt: systemClock.now(), sourceDate: null }
const answer = await ledger.send({ type: 'SubmitNeed', ...need, ...more }, as('r1', 'resident'))
console.log(answer.ok ? answer.events : answer.rejection)
await ledger.settle()
console.log((await ledger.timeline({ needId: 'n1' }))?.steps)
await ledger.close()
