import { expect, it } from 'vitest'
import { listMarked, page, type Ran } from './table.ts'

const ran = (title: string, status: string, reason: string | null = null): Ran => ({
  port: 'the event store',
  store: 'in EventStoreDB',
  title,
  status,
  reason,
})

it('a case that a store does not claim reads so; one that is skipped for another reason does not', () => {
  const text = page([
    ran('one', 'passed'),
    ran('two', 'skipped', 'not claimed by the store: ids unique in the whole log'),
    ran('three', 'skipped', 'no server'),
    ran('four', 'skipped'),
  ])
  expect(text.split('\n').filter((line) => /^\| (one|two|three|four) /.test(line))).toEqual([
    '| one | – | – | – | yes | – |',
    '| two | – | – | – | not claimed | – |',
    '| three | – | – | – | skipped | – |',
    '| four | – | – | – | skipped | – |',
  ])
  expect(listMarked(text)).toEqual(
    ['one', 'two', 'three', 'four'].map((title) => `the event store in EventStoreDB: ${title}`),
  )
})
