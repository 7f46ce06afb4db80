// `npm run attacks`: plays every attack against the national preset, and writes the table.
import { parseArgs } from 'node:util'
import { readStanding, writeStanding } from './files.ts'
import { finishRun } from './finish.ts'
import { runTable } from './table.ts'

const help = `志愿账本：攻击代价表 · what an attack costs

npm run attacks [-- options]
  --check   不写任何文件，页面过期则失败 · write nothing, and fail where the page is stale
  --help    本文 · this text

按全国默认政策演示每项攻击与每个诚实的日子，写入 docs/reference/attacks.md 与 kept.json。
Plays each attack and each honest day against the national preset, and writes docs/reference/attacks.md and kept.json.
某行低于存表、计入而无人可见、或诚实者受损时以 1 结束。
Exits 1 where a line ends lower than the kept table says, where something counts that nothing sees, or where honest people are harmed.
`

const readArguments = (): { readonly check: boolean; readonly help: boolean } | string => {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } })
    return { check: values.check ?? false, help: values.help ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const run = async (isCheck: boolean): Promise<number> => {
  const table = await runTable((words) => {
    console.error(words)
  })
  const { faults, writes } = finishRun(table, readStanding(), isCheck)
  if (writes !== null) writeStanding(writes)
  for (const fault of faults) console.error(`✗ ${fault}`)
  console.log(`${table.lines.length} 项攻击 attacks, ${table.honest.length} 个诚实的日子 honest days`)
  console.log(`${table.attacked.version} ${table.attacked.policy}`)
  console.log(table.digest)
  return faults.length === 0 ? 0 : 1
}

const asked = readArguments()
if (typeof asked === 'string') {
  console.error(`${asked}\n\n${help}`)
  process.exitCode = 2
} else if (asked.help) console.log(help)
else process.exitCode = await run(asked.check)
