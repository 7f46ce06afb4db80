/** Merges for tests. */
import type { StreamName } from '@zhiyuan/kernel'

type Merge = readonly [person: string, survivor: string]

/** The events of successive merges, each with the groups of that time. */
export const mergeEvents = (...merges: ReadonlyArray<Merge>) => {
  const groups = new Map<string, ReadonlyArray<string>>()
  const listGroup = (person: string): ReadonlyArray<string> => groups.get(person) ?? [person]
  return merges.map(([person, survivor]) => {
    const joining = listGroup(person)
    const there = listGroup(survivor)
    for (const one of [...there, ...joining]) groups.set(one, [...there, ...joining])
    return { type: 'RegistrationsMerged', person, survivor, joining, there } as const
  })
}

/** What another officer has proposed. */
export const mergeProposed = (person: string, survivor: string, by = 'deputy') =>
  ({ type: 'MergeProposed', person, survivor, by, proposedAt: '2020-04-01T01:00:00.000Z' }) as const
export const splitProposed = (person: string, ...others: ReadonlyArray<string>) =>
  ({
    type: 'SplitProposed',
    person,
    others,
    by: 'deputy',
    proposedAt: '2020-04-01T01:00:00.000Z',
  }) as const

/** The state after these merges. */
export const merged = (
  ...merges: ReadonlyArray<Merge>
): Readonly<Record<StreamName, ReturnType<typeof mergeEvents>>> => ({
  'humans-131081': mergeEvents(...merges),
})
