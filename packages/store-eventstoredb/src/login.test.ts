import { expect, it } from 'vitest'
import { parseLogin } from './index.ts'

it.each([
  ['esdb://keeper:secret@node1:2113', { username: 'keeper', password: 'secret' }],
  ['kurrentdb+discover://k%40c:a%3Ab@cluster?tls=true', { username: 'k@c', password: 'a:b' }],
  ['esdb://127.0.0.1:2113?tls=false', undefined],
  ['esdb://a:1,b:2?tls=false', undefined],
])('the login in %s', (url, login) => {
  expect(parseLogin(url)).toEqual(login)
})
