/** Every attack, by area. */
import type { Attack } from '../attack.ts'
import { crowds } from './crowds.ts'
import { long } from './long.ts'
import { sold } from './sold.ts'

export const attacks: ReadonlyArray<Attack> = [...crowds, ...sold, ...long]
