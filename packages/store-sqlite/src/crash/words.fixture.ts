/** All content that the workload writes derives from names and numbers, so that each byte can be checked later. */
import type { GlobalPosition, Row, RowsRef, Secret, StoredEvent } from '@zhiyuan/runtime'
import { sameContent } from '@zhiyuan/kernel'
import { fixtureEvent } from '../event.fixture.ts'

/** The place of an event in its append. */
export interface Place {
  readonly append: string
  readonly place: number
  readonly of: number
}

/** Usually a few hundred bytes; sometimes several pages. */
const makeData = ({ append, place }: Place, version: number) => ({
  text: `${append}.${place} `.repeat(10 + ((version * 7) % 50)) + 'x'.repeat(version % 13 === 12 ? 9000 : 0),
})

export const makeEvent = (stream: string, version: number, place: Place): StoredEvent =>
  fixtureEvent(stream, version, { ...place, ...makeData(place, version) }, `${place.append}.${place.place}`)

export const readPlace = ({ data }: StoredEvent): Place => JSON.parse(data) as Place

/** Whether every byte is as it was appended. */
export const isGenuine = (event: StoredEvent): boolean => {
  const { append, place, of } = readPlace(event)
  const written = makeEvent(event.stream.slice('toy-'.length), event.version, { append, place, of })
  return sameContent(event, written)
}

/** Views whose rows are committed together. */
export const views: ReadonlyArray<RowsRef> = [
  { name: 'one', version: 1 },
  { name: 'two', version: 3 },
]

export const stepRow = (step: number): Row => ({
  key: `r${step % 7}`,
  row: { step, text: 'r'.repeat((step * 37) % 400) },
})

/** The step that put the other rows, and the checkpoint that was committed with them. */
export const lastRow = (step: number, checkpoint: GlobalPosition): Row => ({ key: 'last', row: { step, checkpoint } })

export const makeSecret = (name: string): Secret => ({
  id: name,
  salt: Buffer.from(name.padEnd(32, '.')).toString('hex'),
  text: `<${name}>`.repeat(20 + (name.length % 3) * 200),
})
