import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideCommand, type Moment, type Typed } from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { processCommandTypes } from './process-commands.ts'
import { people } from './fixtures/people.ts'
import { allSlices } from './fixtures/walks.ts'
import { scene } from './fixtures/world.ts'

const listed = new Set<string>(processCommandTypes)
/** People send it for an assignment that was not cleared (A11), processes for every other: the walk of its lifecycle tries both. */
const sentByBoth = 'ReleaseAssignment'
// The fixtures are plain text; the moment's types are branded.
const moment = { ...scene, actor: people.admin } as unknown as Moment

/** The answer to an administrator who sends a command to an empty stream. */
const answerPerson = (slice: (typeof allSlices)[number], command: Typed): string => {
  const decide = decideCommand(slice.decider, ({ initial }) => initial)
  const answer = decide(slice.decider.fold.initial, command, moment)
  return E.isLeft(answer) ? (answer.left as Typed).type : 'accepted'
}

const commands = allSlices.flatMap((slice) =>
  slice.command.shape.kind === 'variants'
    ? Object.keys(slice.command.shape.members).map((type) => ({ slice, type }))
    : [],
)

describe('the commands of processes', () => {
  it('are commands of the ledger', () => {
    expect([...listed].filter((type) => !commands.some((one) => one.type === type))).toEqual([])
    expect(commands.length).toBeGreaterThan(listed.size)
  })

  it.each(commands.filter(({ type }) => type !== sentByBoth))(
    'G4: $type is refused to a person exactly if it is a command of processes',
    ({ slice, type }) => {
      const members = slice.command.shape.kind === 'variants' ? slice.command.shape.members : {}
      const codec = members[type] ?? expect.fail(`no codec of ${type}`)
      for (const command of fc.sample(makeArbitrary(codec), { numRuns: 5, seed: 1 })) {
        const answer = answerPerson(slice, command as Typed)
        expect(answer === 'OnlyAProcess').toBe(listed.has(type))
      }
    },
  )
})
