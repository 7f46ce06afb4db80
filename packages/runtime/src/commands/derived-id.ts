import { createHash } from 'node:crypto'
import type { CommandId, EventId } from '@zhiyuan/kernel'

const longest = 200

/** The id of the command that a process makes of an event: always the same for the same place, so that it has one effect. */
export const derivedId = (process: string, cause: EventId, index: number): CommandId => {
  const plain = `${process}.${cause}.${index}`
  const fits = plain.length <= longest
  return (fits ? plain : `h-${createHash('sha256').update(plain).digest('hex')}`) as CommandId
}

/** Whether the id has the form that only `derivedId` makes: another sender who took it would keep the process's command from its effect. */
export const isDerivedId = (id: CommandId): boolean =>
  /^[a-z][a-z-]{0,63}\..+\.\d+\.\d+$/.test(id) || /^h-[0-9a-f]{64}$/.test(id)
