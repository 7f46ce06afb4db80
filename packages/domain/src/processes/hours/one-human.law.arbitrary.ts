/** The law of one human over random histories, and the search for a history that breaks it. */
import { expect } from 'vitest'
import * as fc from 'fast-check'
import { countMinutes, findFaults, listPairs } from './one-human.oracle.fixture.ts'
import type { Parts } from './one-human.county.arbitrary.ts'
import { drawHistory, type Deed } from './one-human.deeds.arbitrary.ts'
import { createPlay } from './one-human.play.arbitrary.ts'

/** Lists what is wrong in a history: figures that differ after a deed, a fault at rest, a refused process command, or no rest. */
const judge = (deeds: ReadonlyArray<Deed>, parts?: Parts): ReadonlyArray<string> => {
  const play = createPlay(parts)
  const wrong: string[] = []
  const compare = (when: string): void => {
    const figures = play.figures()
    for (const [human, minutes] of countMinutes(play.state())) {
      const [table, decided] = figures.get(human) ?? [0, 0]
      if (table !== minutes || decided !== minutes)
        wrong.push(`${when}: ${human} has ${minutes}, in the table ${table}, decided ${decided}`)
    }
  }
  for (const [step, one] of deeds.entries()) {
    play.act(one)
    compare(`after deed ${step}`)
  }
  const commands = play.rest()
  if (commands > 12 * deeds.length) wrong.push(`${commands} commands to come to rest`)
  compare('at rest')
  wrong.push(...findFaults(play.state()), ...play.loop.refused().map(({ rejection }) => rejection.type))
  return wrong
}

/** The number of overlapping pairs at rest. */
export const countPairs = (deeds: ReadonlyArray<Deed>): number => {
  const play = createPlay()
  deeds.forEach(play.act)
  play.rest()
  return listPairs(play.state()).length
}

const histories = drawHistory(5)

export const checkHistories = (numRuns: number): void =>
  fc.assert(
    fc.property(histories, (deeds) => {
      expect(judge(deeds)).toEqual([])
    }),
    { numRuns },
  )

/** Whether one of `numRuns` histories shows the planted fault. */
export const findsFault = (parts: Parts, numRuns = 300): boolean =>
  fc.check(
    fc.property(histories, (deeds) => judge(deeds, parts).length === 0),
    { numRuns, endOnFailure: true, seed: 1 },
  ).failed
