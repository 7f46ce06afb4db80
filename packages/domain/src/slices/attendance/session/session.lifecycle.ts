import type { Lifecycle } from '@zhiyuan/kernel'
import type { SessionCommand } from './session.codec.ts'
import type { SessionState } from './session.state.ts'

/** A session is published once. It takes place unless it is called off before it begins. */
export const sessionLifecycle: Lifecycle<SessionState['type'], SessionCommand['type']> = {
  initial: 'None',
  final: ['Cancelled'],
  resting: ['Published'],
  repeats: ['PublishSession', 'CancelSession'],
  transitions: [
    { from: 'None', command: 'PublishSession', to: ['Published'], by: 'unit' },
    { from: 'Published', command: 'CancelSession', to: ['Cancelled'], by: 'unit' },
  ],
  notBuilt: [
    { from: 'Published', to: 'SignUpOpen', rule: 'O12' },
    { from: 'Published', to: 'Rescheduled', rule: 'O18' },
  ],
}
