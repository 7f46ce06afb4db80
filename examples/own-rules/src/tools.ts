/** An aggregate of our own: a tool that a village lends to one volunteer at a time. */
import type * as t from 'io-ts'
import * as E from 'fp-ts/lib/Either.js'
import { closed, defineHandler, literal, PersonId, restoreByFirst, text, variants, type Slice } from '@zhiyuan/kernel'

interface ToolIdBrand {
  readonly ToolId: unique symbol
}
const ToolId = text<ToolIdBrand>('ToolId', /^[a-z]{1,20}$/, 20)
const lending = { toolId: ToolId, volunteer: PersonId }

const LendTool = closed({ type: literal('LendTool'), ...lending })
const TakeBackTool = closed({ type: literal('TakeBackTool'), ...lending })
const ToolCommand = variants('ToolCommand', [LendTool, TakeBackTool])
const ToolLent = closed({ type: literal('ToolLent'), ...lending })
const ToolTakenBack = closed({ type: literal('ToolTakenBack'), ...lending })
const ToolEvent = variants('ToolEvent', [ToolLent, ToolTakenBack])
export type ToolCommand = t.TypeOf<typeof ToolCommand>
export type ToolEvent = t.TypeOf<typeof ToolEvent>

/** Who has the tool; null while it is in the village's shed. */
export interface Tool {
  readonly holder: PersonId | null
}
export interface LentToAnother {
  readonly type: 'LentToAnother'
  readonly holder: PersonId
}

const on = defineHandler<Tool, ToolEvent, LentToAnother>()

/** A command that is repeated says nothing new; one about a tool that another person holds is refused. */
export const tool: Slice<ToolCommand, Tool, ToolEvent, LentToAnother> = {
  name: 'tool',
  command: ToolCommand,
  event: ToolEvent,
  lifecycle: { table: null, reason: 'a tool is lent and taken back for ever' },
  restoreCommand: restoreByFirst<ToolCommand, ToolEvent>({
    ToolLent: ({ toolId, volunteer }) => ({ type: 'LendTool', toolId, volunteer }),
    ToolTakenBack: ({ toolId, volunteer }) => ({ type: 'TakeBackTool', toolId, volunteer }),
  }),
  decider: {
    stream: ({ toolId }) => `tool-${toolId}`,
    fold: {
      initial: { holder: null },
      evolve: (_tool, event) => ({ holder: event.type === 'ToolLent' ? event.volunteer : null }),
    },
    handlers: {
      LendTool: on<t.TypeOf<typeof LendTool>>()({
        decide:
          ({ toolId, volunteer }) =>
          ({ holder }) => {
            if (holder === null) return E.right([{ type: 'ToolLent', toolId, volunteer }])
            return holder === volunteer ? E.right([]) : E.left({ type: 'LentToAnother', holder })
          },
      }),
      TakeBackTool: on<t.TypeOf<typeof TakeBackTool>>()({
        decide:
          ({ toolId, volunteer }) =>
          ({ holder }) => {
            if (holder === null) return E.right([])
            return holder === volunteer
              ? E.right([{ type: 'ToolTakenBack', toolId, volunteer }])
              : E.left({ type: 'LentToAnother', holder })
          },
      }),
    },
  },
}
