import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { countyWorld } from '@zhiyuan/domain/arbitrary'
import { holdsInWorld, type SceneKind, type WorldLaw } from '@zhiyuan/testing'
import { tool } from './tools.ts'

const county = countyWorld()
const tools = ['ladder', 'saw']
const lending: SceneKind = {
  name: 'lending',
  write: ({ pick }) => {
    const actor = pick(county.strangers)
    const lent = { toolId: pick(tools), volunteer: actor.person }
    return [
      { actor, command: { type: 'LendTool', ...lent } },
      { actor, command: { type: 'TakeBackTool', ...lent } },
    ]
  },
}
const byTurns: WorldLaw = {
  name: 'a tool is lent and taken back by turns',
  watch: (loop) => ({
    rested: () => {
      for (const events of tools.map((one) => loop.events(`tool-${one}`)))
        ok(events.every(({ type }, at) => type !== events[at - 1]?.type))
    },
  }),
}

test('beside the needs, services and hours of a county, tools are lent by turns', () => {
  const scenes = [...county.scenes, ...Array.from({ length: 10 }, () => lending)]
  const world = { ...county, slices: [...county.slices, tool], scenes }
  holdsInWorld(world, [byTurns], { numRuns: 30, atLeast: { ToolLent: 20, ToolTakenBack: 20, OrderAccepted: 20 } })
})
