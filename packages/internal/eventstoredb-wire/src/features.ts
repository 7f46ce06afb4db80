import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import { unimplemented, type Failure } from './errors.ts'
import type { Node } from './node.ts'

/** The methods of this server, as a server of 23.10 names them. */
const methods: ReadonlyArray<readonly [service: string, method: string, ...features: ReadonlyArray<string>]> = [
  ['event_store.client.streams.streams', 'read', 'position', 'events'],
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.streams.streams', 'batchappend', 'deadline_duration'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
]

const supportedMethods = () =>
  new features.SupportedMethods()
    .setEventStoreServerVersion('23.10.0')
    .setMethodsList(
      methods.map(([service, method, ...list]) =>
        new features.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(list),
      ),
    )

/** ServerFeatures.GetSupportedMethods; servers before 21.10 do not know it. */
export const featuresCall =
  (node: Node, tells: boolean) =>
  (_call: unknown, answer: (failure: Failure | null, response?: features.SupportedMethods) => void): void => {
    node.calls.features++
    if (tells) answer(null, supportedMethods())
    else answer(unimplemented())
  }
