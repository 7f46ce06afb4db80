import { openFiles } from './ledger.ts'

const ledger = await openFiles('ledger.sqlite', 'vault.sqlite', true)
const city = { unitId: '131081', level: 'city', parent: null, name: '霸州市', code: '131081' } as const
const actor = { person: 'p1', role: 'administrator', unit: '131081' } as const
await ledger.send({ type: 'OpenUnit', ...city }, { actor })
await ledger.keep(['窗户坏了 · a window is broken'])
await ledger.settle()
await ledger.close()
