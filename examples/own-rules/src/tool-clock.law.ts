import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { stage, startLoop } from '@zhiyuan/testing'
import { toolClock } from './tool-clock.ts'
import { tool } from './tools.ts'

const actor = { type: 'person', person: 'k1', role: 'clerk', unit: '131081104201' } as const
const scene = { slices: [tool], jurisdiction: '131081', now: '2026-03-02T01:00:00.000Z' }
const lending = { toolId: 'ladder', volunteer: 'a' } as const
const dueAt = '2026-03-03T01:00:00.000Z'

test('one who asks for a tool within its day is told when it is due', () => {
  const given = stage(tool, {}, { ...scene, actor })({ type: 'ToolLent', ...lending, dueAt })
  given.when({ type: 'AskForTool', ...lending }).isRefused({ type: 'NotYetDue', dueAt })
})

test('a tool that is lent again is asked for once, when its second day is over', () => {
  const loop = startLoop({ slices: [tool], processes: [toolClock], world: {}, scene })
  const types = () => loop.events('tool-ladder').map(({ type }) => type)
  loop.does(actor, { type: 'LendTool', ...lending })
  loop.restUntil('2026-03-02T09:00:00.000Z')
  loop.does(actor, { type: 'TakeBackTool', ...lending }, { type: 'LendTool', ...lending })
  loop.restUntil('2026-03-03T08:59:59.999Z')
  deepEqual(types(), ['ToolLent', 'ToolTakenBack', 'ToolLent'])
  loop.restUntil('2026-03-09T09:00:00.000Z')
  deepEqual(types(), ['ToolLent', 'ToolTakenBack', 'ToolLent', 'ToolOverdue'])
})
