import { calendar2020to2026, nationalHabits } from '@zhiyuan/domain'
import { openLedger } from '@zhiyuan/app'
import { openSqliteStores } from '@zhiyuan/store-sqlite'
import { systemClock, systemRandomness } from '@zhiyuan/runtime'

// #region quick-start
const stores = await openSqliteStores({ ledger: 'ledger.sqlite', vault: 'vault.sqlite' })
const ports = { ...stores, clock: systemClock, random: systemRandomness }
const ledger = openLedger({ ports, log: 'my-county', jurisdiction: '131081' })

const admin = { actor: { type: 'person', person: 'p-1', role: 'administrator', unit: 'C' } } as const
const clerk = { actor: { type: 'person', person: 'p-2', role: 'clerk', unit: 'C' } } as const
await ledger.send({ type: 'OpenUnit', unitId: 'C', level: 'city', parent: null, name: '霸州市', code: '131081' }, admin)
await ledger.send({ type: 'AdoptPolicy', ...nationalHabits }, admin)
// #endregion
