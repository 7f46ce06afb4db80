import { expect } from 'vitest'
import { unwrap, type Secret, type Vault } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { strangePayloads } from './payloads.ts'
import { leftAnswer } from './fixture.ts'

const secret = (id: string, text = `text of ${id}`, salt = 'ab'.repeat(32)): Secret => ({ id, salt, text })
const refused = leftAnswer({ type: 'StoreFault' })

/** The contract of a vault. */
export const vaultCases = cases<Vault>({
  'what was put comes back; an id that is not there is left out': async (vault) => {
    await unwrap(vault.put([secret('a'), secret('b')]))
    expect(await unwrap(vault.get(['b', 'x', 'a']))).toEqual(expect.arrayContaining([secret('a'), secret('b')]))
    expect(await unwrap(vault.get(['x']))).toEqual([])
    expect(await unwrap(vault.get([]))).toEqual([])
  },
  'the same again is silent, also within one call': async (vault) => {
    await unwrap(vault.put([secret('a')]))
    await unwrap(vault.put([secret('a'), secret('b'), secret('b')]))
    expect(await unwrap(vault.get(['a', 'b']))).toHaveLength(2)
  },
  'an id that is there with another text or salt is refused, and nothing is kept': async (vault) => {
    await unwrap(vault.put([secret('a')]))
    expect(await vault.put([secret('b'), secret('a', 'other')])()).toMatchObject(refused)
    expect(await vault.put([secret('c'), secret('a', 'text of a', 'cd'.repeat(32))])()).toMatchObject(refused)
    expect(await vault.put([secret('d'), secret('e'), secret('d', 'other')])()).toMatchObject(refused)
    expect(await unwrap(vault.get(['a', 'b', 'c', 'd', 'e']))).toEqual([secret('a')])
  },
  'what is destroyed does not come back, its id stays taken; the others stay': async (vault) => {
    await unwrap(vault.put([secret('a'), secret('b')]))
    await unwrap(vault.destroy(['a', 'never']))
    await unwrap(vault.destroy(['a']))
    expect(await unwrap(vault.get(['a', 'b']))).toEqual([secret('b')])
    expect(await vault.put([secret('a')])()).toMatchObject(refused)
    expect(await vault.put([secret('a', 'anew')])()).toMatchObject(refused)
    await unwrap(vault.put([secret('never')]))
  },
  'texts come back as they were, strange and large': async (vault) => {
    const texts = Object.values(strangePayloads).flatMap((data) =>
      typeof data === 'string' ? data : JSON.stringify(data),
    )
    const secrets = ['', '\ud800', 'a\0b', '志'.repeat(300_000), ...texts].map((text, n) => secret(`s${n}`, text))
    await unwrap(vault.put(secrets))
    for (const one of secrets) {
      const [kept] = await unwrap(vault.get([one.id]))
      expect(JSON.stringify(kept)).toBe(JSON.stringify(one))
    }
    await unwrap(vault.put(secrets))
  },
  'of puts that arrive together each has an outcome of its own': async (vault) => {
    await unwrap(vault.put([secret('a')]))
    const puts = [[secret('b')], [secret('a', 'other'), secret('c')], [secret('d')], [secret('d', 'other')]]
    const answers = await Promise.all(puts.map((secrets) => vault.put(secrets)()))
    expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(2)
    expect(answers[1]).toMatchObject(refused)
    expect(await unwrap(vault.get(['a', 'b', 'c', 'd']))).toHaveLength(3)
  },
  'a call after closing is refused as StoreClosed, and closing again changes nothing': async (vault) => {
    await vault.close()
    await vault.close()
    for (const task of [vault.put([secret('a')]), vault.get(['a']), vault.destroy(['a'])]) {
      expect(await task()).toEqual(leftAnswer({ type: 'StoreClosed' }))
    }
  },
})
