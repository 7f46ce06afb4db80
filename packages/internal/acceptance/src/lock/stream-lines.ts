/** A line for each form that the names of a slice's streams have. An event in another stream would never be found again. */
import type { AnyCodec, Jurisdiction, Typed } from '@zhiyuan/kernel'
import type { LedgerEnvelope } from '@zhiyuan/domain'
import { listDecisions } from '@zhiyuan/testing'
import { findSlice, streamToday, type AnySlice } from '../slice-by-stream.ts'
import { digestText, type Line } from './line.ts'

const atMost = (all: ReadonlyArray<unknown>, index: number): unknown => all[Math.min(index, all.length - 1)]

/** Values of a codec with the names of words in their places, enough of them that each member of a union is among them. */
const nameValues = (codec: AnyCodec): ReadonlyArray<unknown> => {
  const { shape } = codec
  switch (shape.kind) {
    case 'record': {
      const fields = Object.entries(shape.fields).map(([key, of]) => [key, nameValues(of)] as const)
      const most = Math.max(...fields.map(([, values]) => values.length))
      return Array.from({ length: most }, (_, index) =>
        Object.fromEntries(fields.map(([key, values]) => [key, atMost(values, index)])),
      )
    }
    case 'variants':
    case 'one-record-of':
      return Object.values(shape.members).flatMap(nameValues)
    case 'nullable':
      return nameValues(shape.of)
    case 'list':
      return [[]]
    case 'sections':
      return [{}]
    case 'one-of':
      return shape.values.length === 1 ? shape.values : [`{${codec.name}}`]
    case 'integer':
    case 'text':
    case 'instant':
    case 'day':
    case 'boolean':
      return [`{${codec.name}}`]
  }
}

/** The forms of a slice's streams, such as `need-{NeedId}`. */
const listForms = (slice: AnySlice): ReadonlyArray<string> => {
  const commands = nameValues(slice.command) as ReadonlyArray<Typed>
  return [...new Set(commands.map((command) => streamToday(slice, command, '{Jurisdiction}' as Jurisdiction)))]
}

/** A line for each form of each slice. */
export const streamLines = (slices: ReadonlyArray<AnySlice>): ReadonlyArray<Line> =>
  slices.flatMap((slice) =>
    listForms(slice).map((form) => ({
      key: `stream ${form}`,
      digest: digestText(`${form} ${slice.name}`),
      text: slice.name,
    })),
  )

/** Each type of event in a log that today's slices would write to another stream. */
export const checkStreams = (over: string, events: ReadonlyArray<LedgerEnvelope>): ReadonlyArray<string> => {
  const faults = new Map<string, string>()
  for (const decision of listDecisions(events)) {
    const [{ stream, jurisdiction, data }] = decision
    const slice = findSlice(stream)
    const command = slice?.restoreCommand(decision.map((event) => event.data)) ?? null
    const today = slice === null || command === null ? stream : streamToday(slice, command, jurisdiction)
    if (slice !== null && today === stream) continue
    const where = slice === null ? 'is of no slice' : `would be ${today}`
    faults.set(data.type, `${over}: the stream of ${data.type} was ${stream} and ${where} today`)
  }
  return [...faults.values()]
}
