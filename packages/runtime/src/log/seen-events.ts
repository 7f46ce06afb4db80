import type { CommandId, EventId } from '@zhiyuan/kernel'

/** Remembers which events a log has, and the correlation of each. */
export interface SeenEvents {
  /** Null: its correlation is unknown. */
  readonly add: (id: EventId, correlation: CommandId | null) => void
  /** Whether the event was there, and belongs to that chain as far as can be told. */
  readonly find: (id: EventId, correlation: CommandId) => 'missing' | 'other correlation' | 'there'
}

const mix = (bits: number, factor: number): number => Math.imul(bits ^ (bits >>> 15), factor)

/**
 * 64 bits of a text; the first word is never zero, as zero marks an empty slot. A cryptographic hash would cost twice what parsing an event does,
 * and protects nothing here: a forger of a cause needs no collision, as any earlier event would do.
 */
const shorten = (text: string): readonly [number, number] => {
  let one = 0x9e3779b9
  let two = 0x85ebca6b
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    two = Math.imul(two ^ unit, 0x5f356495)
  }
  const low = mix(one, 0x85ebca6b) ^ mix(two, 0xc2b2ae35)
  const high = mix(two, 0x85ebca6b) ^ mix(one, 0xc2b2ae35)
  return [(low | 1) >>> 0, high >>> 0]
}

const nothing = [0, 0] as const
/** Two words for the id, two for the correlation. */
const width = 4

/**
 * A table of 64 bits for each id and 64 for its correlation: 22 to 43 bytes an event, where a map of texts takes 250 and ends at 16 million.
 * In a log of 10 million events one passes for another with a chance of one to 10^12.
 */
export const seenEvents = (): SeenEvents => {
  let table = new Uint32Array(width * 1024)
  let count = 0
  /** The slot of the id, or the free one where it would go. */
  const findSlot = (slots: Uint32Array, [low, high]: readonly [number, number]): number => {
    const places = slots.length / width
    for (let place = high % places; ; place = (place + 1) % places) {
      const at = place * width
      if (slots[at] === 0 || (slots[at] === low && slots[at + 1] === high)) return at
    }
  }
  const grow = (): void => {
    const larger = new Uint32Array(table.length * 2)
    for (let at = 0; at < table.length; at += width) {
      if (table[at] === 0) continue
      const slot = table.subarray(at, at + width)
      larger.set(slot, findSlot(larger, [slot[0] ?? 0, slot[1] ?? 0]))
    }
    table = larger
  }
  return {
    add: (id, correlation) => {
      if (++count * width > table.length * 0.75) grow()
      const key = shorten(id)
      table.set([...key, ...(correlation === null ? nothing : shorten(correlation))], findSlot(table, key))
    },
    find: (id, correlation) => {
      const at = findSlot(table, shorten(id))
      if (table[at] === 0) return 'missing'
      const [low, high] = shorten(correlation)
      const isSame = table[at + 2] === 0 || (table[at + 2] === low && table[at + 3] === high)
      return isSame ? 'there' : 'other correlation'
    },
  }
}
