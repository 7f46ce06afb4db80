/** Follows a how-to page in a folder, as a reader would. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { run } from '../command.ts'
import type { Step } from './page.ts'

export interface Place {
  readonly folder: string
  /** Whether files have the paths that the page names: in a copy of the repository they have, in a folder of one's own each lies at the top. */
  readonly paths: 'kept' | 'flat'
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Whether a page shows what was printed. A line of `…` stands for any lines, `…` within a line for some letters. */
export const shows = (page: string, printed: string): boolean => {
  const lines = page.trimEnd().split('\n')
  const pattern = lines.map((line) =>
    line.trim() === '…' ? String.raw`(?:[^\n]*\n)*?` : `${literal(line).replaceAll('…', String.raw`[^\n]*`)}[ ]*\n`,
  )
  return new RegExp(`^${pattern.join('')}$`).test(`${stripVTControlCharacters(printed).trimEnd()}\n`)
}

/** The pinned Node and its tools come first; nothing tells the commands that a test runs them. */
const readerEnv = (folder: string): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|FORCE_COLOR|npm_)/.test(name))
  const PATH = [dirname(process.execPath), join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  return { ...Object.fromEntries(own), PATH, CI: 'true', NO_COLOR: '1' }
}

/** Does one step, over what was printed last; answers what is printed now. Throws where the page does not say how it is. */
const doStep = async (step: Step, { folder, paths }: Place, printed: string): Promise<string> => {
  switch (step.do) {
    case 'write': {
      const file = join(folder, paths === 'kept' ? step.file : basename(step.file))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, step.text)
      return printed
    }
    case 'patch': {
      writeFileSync(join(folder, 'step.patch'), step.text)
      const { code, output } = await run('git', ['apply', '--whitespace=nowarn', 'step.patch'], folder)
      if (code !== 0) throw new Error(`a patch does not apply: ${output}\n${step.text}`)
      return printed
    }
    case 'run': {
      const { code, output } = await run('bash', ['-ec', step.text], folder, readerEnv(folder))
      if ((code !== 0) !== step.fails) throw new Error(`${step.text.trim()} ended with ${code}:\n${output}`)
      return output
    }
    case 'compare': {
      if (!shows(step.text, printed)) throw new Error(`the page shows\n${step.text}\nand it printed\n${printed}`)
      return printed
    }
  }
}

/** Does all steps, one after the other. */
export const follow = async (steps: ReadonlyArray<Step>, place: Place): Promise<void> => {
  let printed = ''
  for (const step of steps) printed = await doStep(step, place, printed)
}
