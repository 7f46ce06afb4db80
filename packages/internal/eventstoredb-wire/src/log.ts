import { recordSize, type Proposed, type Stored } from './record.ts'

interface Placed {
  readonly stream: string
  readonly revision: number
  readonly event: Proposed
}

/** Everything that was ever appended, in memory, in one order and by stream. `streams.ts` decides which of it a stream shows. */
export class Log {
  readonly all: Stored[] = []
  /** The position that the next record gets. */
  end = 0
  readonly #streams = new Map<string, Stored[]>()
  readonly #byId = new Map<string, Stored>()
  #waiting: (() => void)[] = []

  write({ stream, revision, event }: Placed): Stored {
    const stored: Stored = { ...event, stream, revision, position: this.end, created: Date.now() }
    this.end += recordSize(stream, event)
    this.all.push(stored)
    const records = this.#streams.get(stream)
    if (records === undefined) this.#streams.set(stream, [stored])
    else records.push(stored)
    this.#byId.set(event.id, stored)
    const waiting = this.#waiting
    if (waiting.length > 0) {
      this.#waiting = []
      for (const wake of waiting) wake()
    }
    return stored
  }

  /** A record that no read returns, as the real log has between events. */
  skip(bytes: number): number {
    const position = this.end
    this.end += bytes
    return position
  }

  /** The records of a stream; that at index i has revision i. */
  recordsOf(stream: string): ReadonlyArray<Stored> {
    return this.#streams.get(stream) ?? []
  }

  /** The last event with this id, in any stream. */
  withId(id: string): Stored | undefined {
    return this.#byId.get(id)
  }

  /** The index in `all` of the first event at or after the position. */
  indexFrom(position: number): number {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.all[middle]?.position ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Calls back once, when the next record has been written. */
  onceGrown(wake: () => void): void {
    this.#waiting.push(wake)
  }
}
