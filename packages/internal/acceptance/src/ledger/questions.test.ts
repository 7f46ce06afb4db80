/** Malformed questions: a typed refusal that names the path, never a bare error. */
import { describe, expect, it } from 'vitest'
import type { GlobalPosition } from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors } from '../golden/people.ts'
import { begin, open } from '../golden/runner.ts'
import { LedgerRefusal, replay, type Ledger } from '@zhiyuan/ledger'

const openLedgerInMemory = () =>
  open({ events: memoryEventStore(), projections: memoryProjectionStore(), vault: memoryVault() }, begin)

/** The ledger for a caller without a compiler. */
type Loose = { readonly [K in keyof Ledger]: (...question: ReadonlyArray<unknown>) => Promise<unknown> }

const city = { unitId: '131081', level: 'city', parent: null, name: '霸州市', code: '131081' } as const
const known = { knownAt: begin }
const period = { from: '2020-04-01', to: '2020-06-01', ...known }
const later = '2020-04-01T01:00:00.001Z'

const cases: ReadonlyArray<[keyof Ledger, ReadonlyArray<unknown>, string]> = [
  ['assessment', [], '$'],
  ['assessment', [null], '$'],
  ['assessment', [known], '$.from'],
  ['assessment', [{ ...period, to: '2020-02-30' }], '$.to'],
  ['assessment', [{ ...period, to: period.from }], '$.to'],
  ['assessment', [{ ...period, knownAt: 'now' }], '$.knownAt'],
  ['assessment', [{ ...period, knownAt: later }], '$.knownAt'],
  ['assessment', [{ ...period, unit: '131081' }], '$.unit'],
  ['rulings', [{ from: '2020-06-01', to: '2020-04-01' }], '$.to'],
  ['rulings', [{ from: '2020-04-01', to: '2020-04-01' }], '$.to'],
  ['star', [], '$.volunteer'],
  ['star', ['e'], '$.knownAt'],
  ['star', ['e', null], '$.knownAt'],
  ['star', ['张三', known], '$.volunteer'],
  ['star', ['e', { knownAt: later }], '$.knownAt'],
  ['starTable', [], '$'],
  ['starTable', [{ knownAt: 7 }], '$.knownAt'],
  ['starTable', [{ knownAt: later }], '$.knownAt'],
  ['passbook', [], '$.volunteer'],
  ['passbook', ['e', 'yesterday'], '$.knownAt'],
  ['passbook', ['e', later], '$.knownAt'],
  ['openHolds', [], '$.volunteer'],
  ['openHolds', ['e', { id: 'R1' }], '$.recordId'],
  ['rankTeams', ['\ud800'], '$.orderId'],
  ['timeline', [], '$'],
  ['timeline', ['N1'], '$'],
  ['timeline', [{ needId: 1 }], '$.needId'],
  ['timeline', [{ orderId: 'O1', needId: 'N1' }], '$.needId'],
  ['records', [], '$.volunteer'],
  ['records', [null], '$.volunteer'],
  ['secondLooks', [], '$'],
  ['secondLooks', [null], '$'],
  ['secondLooks', ['p-li'], '$'],
  ['secondLooks', [{}], '$.person'],
  ['secondLooks', [{ person: 7 }], '$.person'],
  ['secondLooks', [{ team: null }], '$.team'],
  ['secondLooks', [{ team: 'TA', person: 'a' }], '$.person'],
  ['timeline', [null], '$'],
  ['toDo', [], '$.unit'],
  ['toDo', [null], '$.unit'],
  ['texts', [], '$'],
  ['keepSecrets', [null], '$'],
  ['deadlines', [['131081']], '$.unit'],
  ['keep', [], '$'],
  ['keep', ['a text'], '$'],
  ['keep', [['a text', null]], '$[1]'],
  ['keep', [['\udfff']], '$[0]'],
  ['keepSecrets', [[{ id: 't', salt: '0'.repeat(64), text: '\ud800' }]], '$[0].text'],
  ['keepSecrets', [[null]], '$[0]'],
  ['texts', [[7]], '$[0]'],
  ['read', [], '$.after'],
  ['read', ['', 10], '$.after'],
  ['read', [null, 0], '$.limit'],
  ['read', [null, -1], '$.limit'],
  ['read', [null, NaN], '$.limit'],
  ['read', [null, Infinity], '$.limit'],
  ['read', [null, 100_001], '$.limit'],
  ['sendAll', [], '$'],
]

describe('a malformed question', () => {
  it.each(cases)('%s %j is refused at %s', async (name, question, path) => {
    const ledger = (await openLedgerInMemory()).ledger as unknown as Loose
    const thrown: unknown = await ledger[name](...question).catch((why: unknown) => why)
    expect(thrown).toBeInstanceOf(LedgerRefusal)
    expect((thrown as LedgerRefusal).rejection.issues[0]?.path).toBe(path)
  })

  it('a position that this log never gave is refused at $.after, and does not give an empty page', async () => {
    const { ledger } = await openLedgerInMemory()
    for (const nowhere of ['nowhere', 'zzz', '2', '0', '-1', '1.5']) {
      const thrown: unknown = await ledger.read(nowhere as GlobalPosition, 10).catch((why: unknown) => why)
      expect(thrown).toMatchObject({ name: 'LedgerRefusal', rejection: { issues: [{ path: '$.after' }] } })
    }
  })
})

it('a replay over existing rows is refused: they would be compared with themselves', async () => {
  const { ledger, ports } = await openLedgerInMemory()
  await ledger.send({ type: 'OpenUnit', ...city }, { actor: actors.admin })
  await ledger.settle()
  const thrown: unknown = await replay({ ports, log: 'golden' }).catch((why: unknown) => why)
  expect((thrown as LedgerRefusal).rejection.issues[0]?.path).toBe('$.ports.projections')
  const projections = memoryProjectionStore()
  expect(await replay({ ports: { ...ports, projections }, log: 'golden' })).toMatchObject(await ledger.digest())
})

it('a closed ledger settles no more, and says so to each caller', async () => {
  const { ledger } = await openLedgerInMemory()
  let settles = 0
  const faults: unknown[] = []
  ledger.start({ everyMs: 1, onSettled: () => settles++, onFault: (fault) => faults.push(fault) })
  await ledger.close()
  const before = settles
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([settles, faults]).toEqual([before, []])
  expect(await ledger.settle().catch((why: unknown) => why)).toMatchObject({ fault: { type: 'StoreClosed' } })
})

describe('commands without a sender', () => {
  const command = { type: 'OpenUnit' }
  const refused = { ok: false, rejection: { type: 'DecodeRefused' } }

  it.each([undefined, null, {}, { actor: null }, { actor: 7 }])('are refused: sent by %j', async (by) => {
    const ledger = (await openLedgerInMemory()).ledger as unknown as Loose
    expect(await ledger.send(command, by)).toMatchObject(refused)
    expect(await ledger.sendAll([{ command, by }, { command }, null])).toMatchObject([refused, refused, refused])
  })

  it('a good one among them goes through', async () => {
    const { ledger } = await openLedgerInMemory()
    const good = { command: { type: 'OpenUnit', ...city }, by: { actor: actors.admin } }
    const outcomes = await (ledger as unknown as Loose).sendAll([null, good])
    expect(outcomes).toMatchObject([refused, { ok: true }])
  })
})

it('a question about this very instant is answered', async () => {
  const { ledger } = await openLedgerInMemory()
  expect(await ledger.assessment(period)).toMatchObject({ policyVersion: null, areas: [] })
  expect(await ledger.starTable(known)).toEqual([])
  expect(await ledger.passbook('e', begin)).toMatchObject({ balance: 0 })
})
