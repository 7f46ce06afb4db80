import { createHash } from 'node:crypto'
import type { CommandId, EventId } from '@zhiyuan/kernel'

const longest = 200

/** The id of the command that a process makes of an event: always the same for the same place, so that it has one effect. */
export const derivedId = (process: string, cause: EventId, index: number): CommandId => {
  const plain = `${process}.${cause}.${index}`
  const fits = plain.length <= longest
  return (fits ? plain : `h-${createHash('sha256').update(plain).digest('hex')}`) as CommandId
}
