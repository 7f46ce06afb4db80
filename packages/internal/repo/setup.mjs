// The first thing that runs on a fresh clone: plain JavaScript, no dependency, any Node from 20 on.
// Installs what the lockfile pins when that is not there yet, then runs the wanted script under the pinned Node 24.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { adviceOnBinary } from './node-binary.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const at = (...parts) => join(root, ...parts)
// What pnpm installed last, in its own words: the lockfile once more.
const installed = at('node_modules', '.pnpm', 'lock.yaml')
const node = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** A program under the pinned Node, with what it is always told. */
const scripts = {
  start: [at('examples', 'bazhou', 'src', 'main.ts')],
  test: [at('packages', 'internal', 'repo', 'src', 'test.ts')],
  'test:long': [at('packages', 'internal', 'repo', 'src', 'test-long.ts')],
  'test:watch': [at('node_modules', 'vitest', 'vitest.mjs'), 'watch'],
  build: [at('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'tsconfig.json'],
  typecheck: [at('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'tsconfig.json', 'tsconfig.tests.json'],
  lint: [at('node_modules', 'eslint', 'bin', 'eslint.js'), 'packages', 'examples'],
  format: [at('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', '.'],
  pack: [at('packages', 'internal', 'repo', 'src', 'pack.ts')],
  changeset: [at('node_modules', '@changesets', 'cli', 'bin.js')],
  bench: [at('packages', 'internal', 'bench', 'src', 'main.ts')],
  attacks: [at('packages', 'internal', 'attacks', 'src', 'main.ts')],
  wire: [at('packages', 'internal', 'eventstoredb-wire', 'src', 'main.ts')],
  check: [at('packages', 'internal', 'repo', 'src', 'check.ts')],
  exports: [at('packages', 'internal', 'repo', 'src', 'exports.ts')],
  lock: [at('packages', 'internal', 'acceptance', 'src', 'lock', 'write.ts')],
  'release:log': [at('packages', 'internal', 'acceptance', 'src', 'release', 'main.ts')],
  reference: [at('packages', 'internal', 'acceptance', 'src', 'reference', 'main.ts')],
  rules: [at('packages', 'internal', 'repo', 'src', 'rules.ts')],
  conformance: [at('packages', 'internal', 'repo', 'src', 'conformance.ts')],
}

/** These take no arguments: one that is not understood would change files all the same. */
const plainScripts = ['pack', 'exports', 'lock', 'reference', 'rules']

/** What a file of the repository says; where it is gone or cut, nothing can go on. */
const readOwn = (file, read) => {
  try {
    return read(readFileSync(at(...file.split('/')), 'utf8'))
  } catch (error) {
    console.error(`set-up: ${file} cannot be read: ${error.message}`)
    console.error(`set-up: put it back as it was: git checkout -- ${file}`)
    console.error(`set-up: 无法读取 ${file}，请恢复原文件：git checkout -- ${file}`)
    return process.exit(1)
  }
}

/** `pnpm@12.21.0`, without the hash that Corepack compares. */
const pinnedPnpm = () => readOwn('package.json', (text) => JSON.parse(text).packageManager.split('+')[0])

const knownBinaries = () =>
  readOwn('packages/internal/repo/node-binaries.json', (text) => {
    const known = JSON.parse(text)
    if (typeof known?.version === 'string' && typeof known.sha256 === 'object' && known.sha256 !== null) return known
    throw new Error('it names no version with SHA-256 by platform')
  })

const isInstalled = (program) =>
  readOwn(
    'pnpm-lock.yaml',
    (text) =>
      existsSync(node) && existsSync(program) && existsSync(installed) && readFileSync(installed, 'utf8') === text,
  )

/** Passes on pnpm's progress, a line every two seconds; the rest is shown only when the installation fails. */
function progressPrinter() {
  let shownAt = 0
  return (text) => {
    const line = text.split('\n').findLast((part) => /^Progress:|^Downloading|install.*: Running/.test(part))
    if (line === undefined || Date.now() - shownAt < 2000) return
    shownAt = Date.now()
    console.error(`set-up: ${line.trim()}`)
  }
}

function install() {
  const pnpm = pinnedPnpm()
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only']
  console.error(`set-up: installing what pnpm-lock.yaml pins (${pnpm}, about half a minute) …`)
  return new Promise((resolve) => {
    const child = spawn('npx', args, {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    })
    const show = progressPrinter()
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        show(String(chunk))
      })
    }
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

async function setUp(program) {
  if (isInstalled(program)) return
  const started = Date.now()
  const { ok, output } = await install()
  if (!ok) {
    console.error(output)
    console.error('set-up: the installation failed; the lines above say why')
    process.exit(1)
  }
  console.error(`set-up: done in ${((Date.now() - started) / 1000).toFixed(0)} s`)
}

/** Says when another program than the known one is about to run everything; it runs all the same. */
async function checkNode() {
  const advice = await adviceOnBinary({
    binary: node,
    noteFile: at('node_modules', '.checked-node.json'),
    known: knownBinaries(),
    platform: `${process.platform}-${process.arch}`,
  })
  for (const line of advice) console.error(`set-up: ${line}`)
}

/** Limits the heap of the main job so that it fits into 512 MB. Without a limit Node would fill the memory of the machine before it collects garbage. */
const heapOptions = (name, args) =>
  name === 'start' && !args.some((arg) => /^--(scale|memory)/.test(arg)) ? ['--max-old-space-size=256'] : []

function runScript(name, args) {
  const PATH = [dirname(node), at('node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(node, [...heapOptions(name, args), ...scripts[name], ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH },
  })
  // Ctrl-C reaches the child too; stay until it has ended, and end as it did.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal !== null)
      console.error(
        `ended by ${signal}; where no one sent it, memory ran out · 被 ${signal} 终止；若非人为，则是内存不足`,
      )
    process.exit(signal === null ? code : 1)
  })
}

const [name, ...args] = process.argv.slice(2)
if (!Object.hasOwn(scripts, name ?? '')) {
  console.error(`Usage: node packages/internal/repo/setup.mjs ${Object.keys(scripts).join('|')} [arguments]`)
  process.exit(2)
}
if (plainScripts.includes(name) && args.length > 0) {
  console.error(`npm run ${name} takes no arguments: ${args.join(' ')}`)
  process.exit(2)
}
// npm keeps options for itself that do not stand behind `--`: the run would write where it was asked only to look.
if (name === 'attacks' && process.env.npm_config_check !== undefined) {
  console.error('npm run attacks -- --check: the option stands behind -- · 选项须写在 -- 之后')
  process.exit(2)
}
await setUp(scripts[name][0])
await checkNode()
runScript(name, args)
