import { sendLater, stateless } from '@zhiyuan/kernel'
import type { ToolCommand, ToolEvent } from './tools.ts'

/** A process of our own: a tool that was not brought back in a day is asked for. */
export const toolClock = stateless<ToolEvent, ToolCommand>('tool-clock', ({ data }) => {
  if (data.type !== 'ToolLent') return []
  const { dueAt, toolId, volunteer } = data
  return [sendLater(dueAt, { type: 'AskForTool', toolId, volunteer })]
})
