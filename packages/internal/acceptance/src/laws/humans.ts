/** Which registrations are one human, by the merges and splits of a log alone (G2). */
import type { LedgerEvent } from '@zhiyuan/domain'

export const followHumans = () => {
  const groups = new Map<string, ReadonlyArray<string>>()
  const put = (group: ReadonlyArray<string>): void => {
    for (const person of group) groups.set(person, group)
  }
  /** The registrations of the person's human, the person's own among them. */
  const listRegistrations = (person: string): ReadonlyArray<string> => groups.get(person) ?? [person]
  return {
    take: (event: LedgerEvent): void => {
      if (event.type === 'RegistrationsMerged') put([...event.there, ...event.joining])
      if (event.type !== 'RegistrationsSplit') return
      put(event.leaving)
      put(event.staying)
    },
    listRegistrations,
    isOneHuman: (one: string, other: string): boolean => listRegistrations(one).includes(other),
  }
}
