import grpc from '@grpc/grpc-js'

/** How a call fails: its status, and trailers that name the exception as the real server does. */
export interface Failure {
  readonly code: grpc.status
  readonly details: string
  readonly metadata: grpc.Metadata
}

/** Trailers carry ASCII only; other characters of a name are lost. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')

const failure = (code: grpc.status, details: string, trailers: Readonly<Record<string, string>> = {}): Failure => {
  const metadata = new grpc.Metadata()
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, ascii(value))
  return { code, details, metadata }
}

export const notLeader = (leader: { readonly host: string; readonly port: number }): Failure =>
  failure(grpc.status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  })

export const accessDenied = (): Failure =>
  failure(grpc.status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })

export const streamDeleted = (stream: string): Failure =>
  failure(grpc.status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  })

export const maximumAppendSizeExceeded = (bytes: number): Failure =>
  failure(grpc.status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(bytes),
  })

export const requiredMetadataMissing = (missing: string): Failure =>
  failure(grpc.status.INVALID_ARGUMENT, `Required Metadata Property '${missing}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  })

/** Only deletes and tombstones: an append answers with a message. */
export const wrongExpectedVersion = (stream: string, expected: number, actual: number): Failure =>
  failure(
    grpc.status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  )

export const timedOut = (): Failure => failure(grpc.status.ABORTED, 'Operation timed out: Prepare phase timeout.')
export const unavailable = (): Failure => failure(grpc.status.UNAVAILABLE, 'Server Is Not Ready')
export const cancelled = (): Failure => failure(grpc.status.CANCELLED, 'Cancelled by the server')
export const unimplemented = (): Failure => failure(grpc.status.UNIMPLEMENTED, 'Service is unimplemented.')
export const invalidArgument = (details: string): Failure => failure(grpc.status.INVALID_ARGUMENT, details)
