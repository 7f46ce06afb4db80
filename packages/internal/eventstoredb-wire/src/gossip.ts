import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import { randomUUID } from 'node:crypto'
import type { Endpoint } from './endpoint.ts'
import { findLeader, type Node } from './node.ts'

const memberInfo = (node: Node, { host, port }: Endpoint) => {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState
  const leads = findLeader(node).host === host && findLeader(node).port === port
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setState(leads ? LEADER : FOLLOWER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port))
}

/** Gossip.Read: the members of the cluster, and the leader. */
export const gossipCall =
  (node: Node) =>
  (_call: unknown, answer: (failure: null, response: gossip.ClusterInfo) => void): void => {
    node.calls.gossip++
    answer(
      null,
      new gossip.ClusterInfo().setMembersList(node.cluster.members.map((member) => memberInfo(node, member))),
    )
  }
