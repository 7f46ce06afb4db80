/** Faults in what an embedder wrote by the page; the tests of the page find each. */

interface OwnFault {
  readonly name: string
  /** Of `examples/own-rules/src`. */
  readonly file: string
  readonly right: string
  readonly wrong: string
  /** The test that finds it. */
  readonly law: string
  /** What is printed, each within a line. */
  readonly told: ReadonlyArray<string>
}

export const ownFaults: ReadonlyArray<OwnFault> = [
  {
    name: 'a tool is lent to another person too',
    file: 'tools.ts',
    right: 'if (holder === null) return E.right([{',
    wrong: 'if (holder !== volunteer) return E.right([{',
    law: 'county.law.ts',
    told: [
      'a law of the world does not hold: run',
      'did LendTool (toolId ladder',
      'what broke: a tool is lent and taken back by turns',
    ],
  },
  {
    name: 'no process asks for a tool',
    file: 'county.law.ts',
    right: '[...county.processes, toolClock]',
    wrong: 'county.processes',
    law: 'county.law.ts',
    told: ['ToolOverdue 0 times, fewer than 20'],
  },
  {
    name: 'a tool is asked for before it is due',
    file: 'tools.ts',
    right: 'return now < dueAt',
    wrong: 'return now > dueAt',
    law: 'tool-clock.law.ts',
    told: ['it is not refused: [{"type":"ToolOverdue"'],
  },
]
