import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'

it('names the streams of every slice on the page of streams, and no others', () => {
  const page = readFileSync(new URL('../../../../../docs/explanation/streams.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| `([a-z]+)-</gm)].map(([, category]) => category)
  expect(listed.toSorted()).toEqual(slices.map(({ name }) => name).toSorted())
})
