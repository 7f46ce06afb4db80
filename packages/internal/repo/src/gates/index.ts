import { arrows } from './arrows.ts'
import { format } from './format.ts'
import { ids } from './ids.ts'
import { language } from './language.ts'
import type { Gate } from './gate.ts'
import { lint } from './lint.ts'
import { lock } from './lock.ts'
import { sizes } from './sizes.ts'
import { types } from './types.ts'
import { unused } from './unused.ts'

/** Longest first: two run at a time. */
export const gates: Readonly<Record<string, Gate>> = { lint, types, unused, arrows, lock, format, sizes, language, ids }
