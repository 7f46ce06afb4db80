import { expect, it } from 'vitest'
import { computeCommitment, type Secret } from '@zhiyuan/runtime'
import { openFixture, fixturePorts } from './ledger.fixture.ts'

const salt = '0'.repeat(64)
const secret: Secret = { id: 't1', salt, text: '窗户坏了\n👍' }
const malformed = ['\ud800', '\udfff', `窗户${'\ud83d'}`]
const refusal = (path: string) => ({ left: { type: 'DecodeRefused', issues: [{ path }] } })

it.each(malformed)(
  'P1: a text that UTF-8 cannot encode is refused by its place, and nothing is kept (%j)',
  async (text) => {
    const { texts } = openFixture(fixturePorts())
    expect(await texts.put(['fine', text])()).toMatchObject(refusal('$[1]'))
    expect(await texts.keep([secret, { ...secret, id: 't2', text }])()).toMatchObject(refusal('$[1].text'))
    expect(await texts.get(['t1', 't2'])()).toEqual({ _tag: 'Right', right: new Map() })
  },
)

it('P1: texts have at most 32,768 UTF-16 units', async () => {
  const { texts } = openFixture(fixturePorts())
  expect(await texts.put(['诉'.repeat(32_769)])()).toMatchObject(refusal('$[0]'))
  expect(await texts.put(['诉'.repeat(32_768), ''])()).toMatchObject({ right: [{}, {}] })
})

it.each<[string, object, string]>([
  ['an id with a space', { id: 'a b' }, '$[0].id'],
  ['a short salt', { salt: '00' }, '$[0].salt'],
  ['no text', { text: 7 }, '$[0].text'],
  ['a key too many', { name: 'ada' }, '$[0].name'],
])('a secret with %s is refused by path', async (_, spoilt, path) => {
  const { texts } = openFixture(fixturePorts())
  expect(await texts.keep([{ ...secret, ...spoilt }])()).toMatchObject(refusal(path))
})

it('P1: a text can be kept twice, read, and destroyed', async () => {
  const { texts } = openFixture(fixturePorts())
  for (const _ of [1, 2])
    expect(await texts.keep([secret])()).toMatchObject({
      right: [{ id: 't1', commitment: computeCommitment(salt, secret.text) }],
    })
  expect(await texts.get(['t1'])()).toEqual({ _tag: 'Right', right: new Map([['t1', secret.text]]) })
  await texts.destroy(['t1'])()
  expect(await texts.get(['t1'])()).toEqual({ _tag: 'Right', right: new Map() })
})

it('malformed ids are refused by their place', async () => {
  const { texts } = openFixture(fixturePorts())
  expect(await texts.get(['t1', 'a b'])()).toMatchObject(refusal('$[1]'))
  expect(await texts.destroy(['\ud800'])()).toMatchObject(refusal('$[0]'))
})
