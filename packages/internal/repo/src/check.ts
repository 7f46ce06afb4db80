// `npm run check [-- GATE…]`: every gate, two at a time; one that looked at nothing has failed.
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { secondsSince } from './command.ts'
import type { Finding, GateResult } from './gates/gate.ts'
import { gates } from './gates/index.ts'

const inOwnProcess = (name: string): Promise<Finding> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('gate.ts', import.meta.url)), [name], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let finding: Finding | undefined
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.on('message', (message) => (finding = message as Finding))
    child.on('close', () => {
      resolve(finding ?? { looked: 0, things: 'things', violations: [output.trim()] })
    })
  })

async function judge(name: string): Promise<GateResult> {
  const started = performance.now()
  const finding = await inOwnProcess(name)
  const passed = finding.looked > 0 && finding.violations.length === 0
  return { name, passed, seconds: secondsSince(started), ...finding }
}

function print({ name, passed, looked, things, seconds, violations, notes = [] }: GateResult): void {
  notes.forEach((note) => {
    console.log(`  ${note}`)
  })
  violations.forEach((violation) => {
    console.log(`  ${violation}`)
  })
  if (looked === 0) console.log(`  ${name} looked at nothing`)
  console.log(
    `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(7)} ${looked} ${things}, ${violations.length} violations, ${seconds} s`,
  )
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in gates))
if (unknown.length > 0) {
  console.error(`No such gate: ${unknown.join(', ')}. There are ${Object.keys(gates).join(', ')}.`)
  process.exit(2)
}
const queue = asked.length > 0 ? asked : Object.keys(gates)
const results: GateResult[] = []
async function worker(): Promise<void> {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const result = await judge(name)
    print(result)
    results.push(result)
  }
}
await Promise.all([worker(), worker()])
mkdirSync('reports', { recursive: true })
writeFileSync('reports/check.json', JSON.stringify(results, null, 2))
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
