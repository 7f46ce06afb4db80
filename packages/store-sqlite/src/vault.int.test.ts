import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap, seededRandomness, type Secret } from '@zhiyuan/runtime'
import { openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

const onDisk = (file: string): string =>
  ['', '-wal', '-shm'].map((end) => (existsSync(file + end) ? readFileSync(file + end, 'latin1') : '')).join('')

/** A text whose every part can be searched for. */
const makeSearchableText = (id: string, length: number): string => `<${id}>`.repeat(Math.ceil(length / (id.length + 2)))

describe('a vault', () => {
  it('has everything when it is opened again', async () => {
    const file = scratchFile()
    const one = { id: 'a', salt: 'ab'.repeat(32), text: '张三' }
    const vault = await unwrap(openSqliteVault({ file, create: true }))
    await unwrap(vault.put([one, { ...one, id: 'b' }]))
    await unwrap(vault.destroy(['b']))
    await vault.close()
    const again = await unwrap(openSqliteVault({ file }))
    expect(await unwrap(again.get(['a', 'b']))).toEqual([one])
    await again.close()
  })

  it('leaves no byte of what was destroyed in its file or its log, however pages were split and merged', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(sizes, fc.infiniteStream(fc.boolean()), async (lengths, choose) => {
        const file = scratchFile()
        const salts = seededRandomness('salts')
        const secrets: ReadonlyArray<Secret> = lengths.map((length, n) => {
          const id = `secret-${n}-`
          return { id, salt: salts.salt(), text: makeSearchableText(id, length) }
        })
        const vault = await unwrap(openSqliteVault({ file, create: true }))
        for (const secret of secrets) await unwrap(vault.put([secret]))
        const gone = secrets.filter(() => choose.next().value)
        for (let n = 0; n < gone.length; n += 3) await unwrap(vault.destroy(gone.slice(n, n + 3).map(({ id }) => id)))
        const bytes = gone.length === 0 ? '' : onDisk(file)
        for (const { id, salt } of gone) {
          expect(bytes.includes(`<${id}>`)).toBe(false)
          expect(bytes.includes(salt)).toBe(false)
        }
        const kept = secrets.filter((secret) => !gone.includes(secret))
        expect(await unwrap(vault.get(secrets.map(({ id }) => id)))).toEqual(kept)
        await vault.close()
      }),
      { numRuns: 25 },
    )
  })

  it('says so when another process still reads the old pages, and empties its log at the next destroy', async () => {
    const file = scratchFile()
    const vault = await unwrap(openSqliteVault({ file, create: true, patienceMs: 30 }))
    await unwrap(vault.put([{ id: 'a', salt: 'ab'.repeat(32), text: 'the old text' }]))
    const reader = new DatabaseSync(file)
    reader.exec('BEGIN; SELECT * FROM secrets')
    expect(await vault.destroy(['a'])()).toMatchObject({ left: { type: 'UnknownOutcome' } })
    expect(await unwrap(vault.get(['a']))).toEqual([])
    reader.exec('ROLLBACK')
    await unwrap(vault.destroy(['a']))
    expect(onDisk(file).includes('the old text')).toBe(false)
    reader.close()
    await vault.close()
  })

  it('that died with old pages in its log has none of them once it is opened again', async () => {
    const file = scratchFile()
    const left = scratchFile()
    const vault = await unwrap(openSqliteVault({ file, create: true, patienceMs: 30 }))
    await unwrap(vault.put([{ id: 'a', salt: 'ab'.repeat(32), text: 'the old text' }]))
    const reader = new DatabaseSync(file)
    reader.exec('BEGIN; SELECT * FROM secrets')
    expect(await vault.destroy(['a'])()).toMatchObject({ left: { type: 'UnknownOutcome' } })
    for (const end of ['', '-wal']) copyFileSync(file + end, left + end)
    expect(onDisk(left).includes('the old text')).toBe(true)
    const again = await unwrap(openSqliteVault({ file: left }))
    expect(onDisk(left).includes('the old text')).toBe(false)
    await again.close()
    reader.close()
    await vault.close()
  })
})
