/** The instants in events: facts, and ends of terms. */
import type { AnyCodec } from '@zhiyuan/kernel'

/** Instants at which something was or is planned. */
export const facts = [
  ...['voicedAt', 'sourceDate', 'recordedAt', 'approvedAt', 'reportedAt', 'allegedAt', 'publishedAt', 'at'],
  ...['proposedEnd', 'serviceDueFrom', 'opened', 'needOpened'],
]
/** Instants at which a term ends. */
export const ends = [
  ...['answerDueAt', 'serviceDueAt', 'dueAt', 'lapsesAt', 'expiresAt', 'endsAt', 'escalatesAt', 'reopenableUntil'],
  ...['missedAt', 'missingAt', 'confirmBy', 'excuseBy', 'setFor'],
]

const isInstant = ({ shape }: AnyCodec): boolean =>
  shape.kind === 'instant' || (shape.kind === 'nullable' && isInstant(shape.of))
const membersOf = ({ shape }: AnyCodec): ReadonlyArray<readonly [string, AnyCodec]> =>
  shape.kind === 'variants' ? Object.entries(shape.members) : []
const fieldsOf = ({ shape }: AnyCodec): Readonly<Record<string, AnyCodec>> =>
  shape.kind === 'record' ? shape.fields : {}

/** An event as its codec has it. */
export interface EventWords {
  readonly type: string
  readonly codec: AnyCodec
  readonly fields: Readonly<Record<string, AnyCodec>>
  /** The fields that hold an instant. */
  readonly instants: ReadonlyArray<string>
}

/** Every event of the slices. */
export const listEvents = (slices: ReadonlyArray<{ readonly event: AnyCodec }>): ReadonlyArray<EventWords> =>
  slices.flatMap(({ event }) =>
    membersOf(event).map(([type, codec]) => {
      const fields = fieldsOf(codec)
      return {
        type,
        codec,
        fields,
        instants: Object.keys(fields).filter((field) => isInstant(fields[field] as AnyCodec)),
      }
    }),
  )
