import type { Credentials } from './client.ts'

const form = /^[a-z+]+:\/\/([^:@/?]+):([^@/?]+)@/

/**
 * The login that a connection string names; undefined where it names none. The clients use it for themselves, and the store needs it for each call.
 *
 * @example
 * parseLogin('esdb://keeper:secret@node1:2113') // { username: 'keeper', password: 'secret' }
 */
export const parseLogin = (connectionString: string): Credentials | undefined => {
  const [, username, password] = form.exec(connectionString) ?? []
  return username === undefined || password === undefined
    ? undefined
    : { username: decodeURIComponent(username), password: decodeURIComponent(password) }
}
