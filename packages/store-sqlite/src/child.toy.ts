import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of its own that runs one of the scripts here; each of its lines is heard. */
export const child = (script: string, args: ReadonlyArray<string>, hear: (line: string) => void = () => {}) => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const running = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface(running.stdout).on('line', hear)
  const ended = new Promise<string>((resolve) => running.on('close', (code, signal) => resolve(signal ?? String(code))))
  return { kill: () => running.kill('SIGKILL'), ended }
}
