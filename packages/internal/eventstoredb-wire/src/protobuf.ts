/** 2^63 - 1, which no double can say. */
const highest = [...Array<number>(8).fill(0xff), 0x7f]

const varint = (value: number): ReadonlyArray<number> => {
  if (value === Infinity) return highest
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
  return bytes
}

/**
 * A protocol buffer, written from its end to its beginning, so that the length of a part is known before it is written.
 * The generated code takes several times as long, and events are most of a server's messages.
 */
export class Backwards {
  #buffer: Buffer
  #at: number

  constructor(capacity: number) {
    this.#buffer = Buffer.allocUnsafe(capacity)
    this.#at = capacity
  }

  /** Where the next part will end. */
  get at(): number {
    return this.#at
  }

  /** A whole number; `Infinity` is the highest. */
  number(field: number, value: number): this {
    this.#varint(value)
    return this.#byte(field << 3)
  }

  bytes(field: number, bytes: Uint8Array): this {
    this.#at -= bytes.length
    this.#buffer.set(bytes, this.#at)
    return this.wrap(field, this.#at + bytes.length)
  }

  text(field: number, text: string): this {
    const end = this.#at
    this.#at -= Buffer.byteLength(text)
    this.#buffer.write(text, this.#at)
    return this.wrap(field, end)
  }

  /** Makes the bytes written before `end` one field. */
  wrap(field: number, end: number): this {
    this.#varint(end - this.#at)
    return this.#byte((field << 3) | 2)
  }

  done(): Buffer {
    return this.#buffer.subarray(this.#at)
  }

  #byte(byte: number): this {
    this.#buffer[--this.#at] = byte
    return this
  }

  #varint(value: number): void {
    if (value < 128) return void this.#byte(value)
    const bytes = varint(value)
    for (let index = bytes.length - 1; index >= 0; index--) this.#byte(bytes[index] ?? 0)
  }
}
