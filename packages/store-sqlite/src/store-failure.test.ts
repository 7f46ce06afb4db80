import { StoreFailure } from '@zhiyuan/runtime/store'
import { expect, it } from 'vitest'
import { classifyError } from './store-failure.ts'

const sqlite = (errcode: number): Error => Object.assign(new Error(`code ${errcode}`), { errcode })

it.each([
  ['SQLITE_BUSY', 5, 'StoreBusy'],
  ['SQLITE_BUSY_RECOVERY', 261, 'StoreBusy'],
  ['SQLITE_LOCKED', 6, 'StoreBusy'],
  ['SQLITE_FULL', 13, 'StoreFull'],
  ['SQLITE_CORRUPT', 11, 'StoreDamaged'],
  ['SQLITE_CORRUPT_INDEX', 779, 'StoreDamaged'],
  ['SQLITE_IOERR_CORRUPTFS', 8458, 'StoreDamaged'],
  ['SQLITE_NOTADB', 26, 'StoreDamaged'],
  ['SQLITE_IOERR_WRITE', 778, 'StoreFault'],
  ['SQLITE_READONLY', 8, 'StoreFault'],
  ['SQLITE_CANTOPEN', 14, 'StoreFault'],
])('%s (%i) is %s', (_, code, type) => {
  expect(classifyError(sqlite(code))).toMatchObject({ type })
})

it.each([
  ['StoreBusy', 5],
  ['StoreFault', 8],
  ['StoreDamaged', 11],
  ['StoreFull', 13],
  ['StoreFault', 14],
  ['StoreDamaged', 26],
])('%s of code %i says in Chinese and English what to do', (type, code) => {
  const advice: unknown = expect.stringMatching(/\p{Script=Han}.*[A-Za-z]{4}/su)
  expect(classifyError(sqlite(code))).toMatchObject({ type, advice })
})

it.each(['EACCES', 'EPERM', 'EROFS', 'ELOOP', 'ENAMETOOLONG'])('%s is a fault that says what to do', (code) => {
  const advice: unknown = expect.stringMatching(/\p{Script=Han}.*[A-Za-z]{4}/su)
  expect(classifyError(Object.assign(new Error(code), { code }))).toMatchObject({ type: 'StoreFault', advice })
})

it('what is no error of SQLite is a fault, what was said in our words stays, a closed database is StoreClosed, a full disk StoreFull', () => {
  const noSpace = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' })
  expect(classifyError(noSpace)).toMatchObject({ type: 'StoreFull' })
  expect(classifyError('odd')).toEqual({ type: 'StoreFault', cause: 'odd' })
  const full = { type: 'StoreFull', cause: 'the disk' } as const
  expect(classifyError(new StoreFailure(full))).toBe(full)
  const closed = Object.assign(new Error('database is not open'), { code: 'ERR_INVALID_STATE' })
  expect(classifyError(closed)).toEqual({ type: 'StoreClosed' })
})
