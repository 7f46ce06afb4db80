import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { expect, it } from 'vitest'
import type { EventStore, Page } from '@zhiyuan/runtime'
import type { Case } from '@zhiyuan/testing/conformance'

export type Planted<Store> = Readonly<Record<string, readonly [title: string, plant: (store: Store) => Store]>>

/** Each planted fault breaks the case that is named beside it. */
export const findFailing = <Store>(
  what: string,
  planted: Planted<Store>,
  cases: ReadonlyArray<Case<Store>>,
  open: () => Store,
) =>
  it.each(Object.entries(planted))(`${what} that %s is found out`, async (_, [title, plant]) => {
    const found = cases.filter((each) => each.title === title)
    expect(found).toHaveLength(1)
    for (const { check } of found) await expect(check(plant(open()))).rejects.toThrow()
  })

export const changePages = (store: EventStore, change: (page: Page, limit: number) => Page): EventStore => ({
  ...store,
  readAll: (after, limit) =>
    pipe(
      store.readAll(after, limit),
      TE.map((page) => change(page, limit)),
    ),
})

export const replaceAppend = (store: EventStore, answer: (store: EventStore) => EventStore['append']): EventStore => ({
  ...store,
  append: answer(store),
})
