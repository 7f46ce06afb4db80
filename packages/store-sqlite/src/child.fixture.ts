import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A child process that runs a script; the test hears each line that it prints. */
export const child = (script: URL, args: ReadonlyArray<string>, hear: (line: string) => void = () => {}) => {
  const running = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface(running.stdout).on('line', hear)
  const ended = new Promise<string>((resolve) => running.on('close', (code, signal) => resolve(signal ?? String(code))))
  return { kill: () => running.kill('SIGKILL'), ended }
}
