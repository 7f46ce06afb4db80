/** An event as a client asks to append it. */
export interface Proposed {
  readonly id: string
  readonly type: string
  readonly isJson: boolean
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** An event in the log. */
export interface Stored extends Proposed {
  readonly stream: string
  readonly revision: number
  /** Where its record begins: a count of bytes, so that positions have gaps as the real server's have. */
  readonly position: number
  /** Milliseconds since 1970. */
  readonly created: number
}

/** The revision of the record that ends a stream for ever: the highest there is. */
export const tombstoneRevision = Infinity

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** Bytes of an event that count towards the largest append: names are kept in UTF-16. */
export const eventSize = ({ type, data, metadata }: Proposed): number => data.length + metadata.length + 2 * type.length

/** Bytes of its record in the log. The parts around an event in a real record are about this long. */
export const recordSize = (stream: string, event: Proposed): number => 92 + stream.length + eventSize(event)
