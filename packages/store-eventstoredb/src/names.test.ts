import { expect, it } from 'vitest'
import { openEventStoreDB } from './index.ts'

it.each([null, undefined, 7, ['county'], '', 'a:b', 'a b', '县', 'x'.repeat(65)])(
  'a prefix that is none is refused before the server is asked: %j',
  async (prefix) => {
    expect(await openEventStoreDB({ client: {} as never, prefix: prefix as never })()).toMatchObject({
      left: { type: 'StoreFault', cause: expect.stringContaining('no prefix of a log') as unknown },
    })
  },
)
