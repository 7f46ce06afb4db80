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
Plays each attack and each honest day against the national preset, and writes docs/reference/attacks.md and packages/internal/attacks/kept.json.
某行低于存表、计入而无人可见、或诚实者受损时以 1 结束。
Exits 1 where a line ends lower than the kept table says, where something counts that nothing sees, or where honest people are harmed; 2 where an option is wrong.
确要接受更差的结局或删去一项攻击：删去 kept.json 中该行，再运行一次。
To accept a lower ending, or to retire an attack: take its line out of kept.json, and run it once more.
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
  const standing = readStanding()
  const table = await runTable((words) => {
    console.error(words)
  })
  const { faults, writes, changed } = finishRun(table, standing, isCheck)
  if (writes !== null) {
    writeStanding(writes)
    for (const id of changed) console.error(`${id}：已更新 · is kept anew`)
    console.error(
      writes.page === standing.page ? '页面未变 · the page is as it was' : '页面已更新 · the page is made anew',
    )
  }
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
else
  process.exitCode = await run(asked.check).catch((error: unknown) => {
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
    return 1
  })
