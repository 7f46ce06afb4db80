/** One test that walks the lifecycle tables of all slices. */
import { describe, expect, it } from 'vitest'
import type { Lifecycle } from '@zhiyuan/kernel'
import { attemptDecider, replayPast, walkLifecycle } from '@zhiyuan/testing'
import { people } from './fixtures/people.ts'
import { allSlices, trialsBySlice, walks } from './fixtures/walks.ts'
import { scene, world } from './fixtures/world.ts'

describe('the lifecycles of all slices', () => {
  it('have trials for each slice with a table, and for no other', () => {
    expect(Object.keys(trialsBySlice).sort()).toEqual(walks.map(({ name }) => name).sort())
  })

  it('are missing only with a reason', () => {
    const without = allSlices.flatMap(({ name, lifecycle }) =>
      lifecycle.table === null ? [{ name, ...lifecycle }] : [],
    )
    expect(without.filter(({ reason }) => reason.length < 20)).toEqual([])
  })
})

describe.each(walks)('the lifecycle of $name', ({ name, slice, lifecycle }) => {
  const {
    makeTrial,
    id = '',
    alsoId = id,
    otherwise = {},
  } = trialsBySlice[name] ?? expect.fail(`${name} has a lifecycle and no samples`)
  // The walk takes the tables of all slices, each with its own names; in its own file each table has been checked against its slice.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const table: Lifecycle<any, any> = lifecycle.table

  it('holds: each listed transition happens, every other command is refused by name, and each state that waits has an exit', () => {
    const { jurisdiction, slices: all } = scene
    const nameState = (state: unknown): string => {
      const named = lifecycle.nameState(state, id)
      return named === table.initial ? lifecycle.nameState(state, alsoId) : named
    }
    expect(
      walkLifecycle({ slice, table, samples: makeTrial, nameState, otherwise, world, slices: all, jurisdiction }),
    ).toEqual([])
  })

  it('leaves the commands of timers and processes to them', () => {
    for (const { from, command, by } of table.transitions) {
      if (by !== 'timer' && by !== 'process') continue
      const { past, knowing, now, command: words } = makeTrial(from, command)
      const setting = { world: { ...world, ...knowing }, past, scene: { ...scene, now, actor: people.admin } }
      const outcome = attemptDecider(slice, setting)(replayPast(slice, setting), { command: words })
      const type: unknown = expect.stringMatching(/^(OnlyAProcess|CommandNotAllowed)$/)
      expect(outcome, `${String(command)} by a person in ${String(from)}`).toMatchObject({ left: { type } })
    }
  })
})
