import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { countyWorld } from '@zhiyuan/domain/arbitrary'
import { holdsInWorld, type SceneKind, type WorldLaw } from '@zhiyuan/testing'
import { toolClock } from './tool-clock.ts'
import { tool } from './tools.ts'

const county = countyWorld()
const lending: SceneKind = {
  name: 'lending',
  write: ({ pick }) => {
    const actor = pick(county.strangers)
    const lent = { toolId: 'ladder', volunteer: actor.person }
    const hours = pick([2, 30])
    return [
      { actor, command: { type: 'LendTool', ...lent } },
      ({ now }) => ({ until: new Date(Date.parse(now) + hours * 3_600_000).toISOString() }),
      { actor, command: { type: 'TakeBackTool', ...lent } },
    ]
  },
}
const byTurns: WorldLaw = {
  name: 'a tool is lent and taken back by turns',
  watch: (loop) => ({
    rested: () => {
      const moves = loop.events('tool-ladder').filter(({ type }) => type !== 'ToolOverdue')
      ok(moves.every(({ type }, at) => type !== moves[at - 1]?.type))
    },
  }),
}

test('beside the needs, services and hours of a county, tools are lent by turns', () => {
  const scenes = [...county.scenes, ...Array.from({ length: 60 }, () => lending)]
  const world = { ...county, slices: [...county.slices, tool], processes: [...county.processes, toolClock], scenes }
  const atLeast = { ToolLent: 20, ToolTakenBack: 20, ToolOverdue: 20, LentToAnother: 20 }
  holdsInWorld(world, [byTurns], { numRuns: 30, seed: 1, atLeast })
})
