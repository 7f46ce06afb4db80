import { expect, it } from 'vitest'
import { openEventStoreDB } from './index.ts'

const open = (prefix: unknown) => openEventStoreDB({ client: {} as never, prefix: prefix as never })()

it.each(['', 'a:b', 'a b', '县', 'x'.repeat(65)])(
  'a prefix that is none is refused before the server is asked: %j',
  async (prefix) => {
    expect(await open(prefix)).toMatchObject({
      left: { type: 'StoreFault', cause: expect.stringContaining('no prefix of a log') as unknown },
    })
  },
)

it.each([null, undefined, 7, ['county']])('a prefix that is no text is refused by its path: %j', async (prefix) => {
  expect(await open(prefix)).toMatchObject({ left: { type: 'DecodeRefused', issues: [{ path: '$.prefix' }] } })
})
