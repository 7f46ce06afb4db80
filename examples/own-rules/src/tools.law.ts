import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { givesCommandsBack, holdsAlways, stage, survivesStorage } from '@zhiyuan/testing'
import { tool, type Tool, type ToolEvent } from './tools.ts'

const actor = { type: 'person', person: 'k1', role: 'clerk', unit: '131081104201' } as const
const setting = { world: {}, scene: { slices: [tool], jurisdiction: '131081', now: '2026-03-02T01:00:00.000Z', actor } }
const lend = { type: 'LendTool', toolId: 'ladder', volunteer: 'a' } as const
const lendOther = { ...lend, volunteer: 'b' } as const
const takeBack = { ...lend, type: 'TakeBackTool' } as const
const isLent = { ...lend, type: 'ToolLent', dueAt: '2026-03-03T01:00:00.000Z' } as const

test('a tool that is lent is not lent to another person', () => {
  const given = stage(tool, {}, setting.scene)
  given().when(lend).emits(isLent)
  given(isLent).when(lendOther).isRefused({ type: 'LentToAnother', holder: 'a' })
})

test('in every history a tool is lent and taken back by turns', () => {
  const known = [lend, lendOther, takeBack].map((command) => ({ command }))
  const byTurns = (_: Tool, all: readonly ToolEvent[]) => ok(all.every(({ type }, at) => type !== all[at - 1]?.type))
  holdsAlways(tool, setting, { known }, byTurns, { atLeast: { ToolLent: 20, LentToAnother: 20 } })
})

test('events survive storage, and each command is made again from its events', () => {
  survivesStorage(tool)
  const due = { ...setting, scene: { ...setting.scene, now: isLent.dueAt }, past: [isLent] }
  const after = (['TakeBackTool', 'AskForTool'] as const).map((type) => ({ setting: due, command: { ...lend, type } }))
  givesCommandsBack(tool, [{ setting, command: lend }, ...after])
})
