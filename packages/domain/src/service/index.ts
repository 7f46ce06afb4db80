import type { Slice } from '@zhiyuan/kernel'
import { ServiceCommand, ServiceEvent } from './service.codec.ts'
import { serviceDecider } from './service.decide.ts'
import type { ServiceRejection } from './service.rejection.ts'
import type { ServiceState } from './service.state.ts'

export * from './service.codec.ts'
export * from './service.fact.ts'
export type * from './service.rejection.ts'

/** All service records of a volunteer: from submission to verification, correction and voiding. */
export const service: Slice<ServiceCommand, ServiceState, ServiceEvent, ServiceRejection> = {
  name: 'service',
  command: ServiceCommand,
  event: ServiceEvent,
  decider: serviceDecider,
}
