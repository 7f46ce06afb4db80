import type { Upcasts } from '@zhiyuan/kernel'

/** How events of older schemas are read in today's words. No event type has been revised yet. */
export const upcasts: Upcasts = {}
