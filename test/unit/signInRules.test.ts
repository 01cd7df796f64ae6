import { describe, expect, it } from 'vitest'
import { countLink, countSignIn, forgetSignIn, TooManyAttempts } from '../../collections/Users/attempts'
import { clientAddress, countedBy } from '../../src/governance/clientAddress'
import { weakBecause } from '../../collections/Users/passwordRules'

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'looked at',
    (error: unknown) => (error instanceof TooManyAttempts ? 'refused' : String(error)),
  )
const count = (outcomes: string[], what: string) => outcomes.filter((each) => each === what).length

describe('attempts to sign in', () => {
  it('that come at once are counted before any is looked at', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, () => outcomeOf(countSignIn('a@x.com', '198.51.100.1'))),
    )
    expect([count(outcomes, 'looked at'), count(outcomes, 'refused')]).toEqual([8, 52])
  })

  it('close one account to one place: neither that account elsewhere nor another there', async () => {
    for (let i = 0; i < 9; i++) await outcomeOf(countSignIn('b@x.com', '198.51.100.2'))
    expect(await outcomeOf(countSignIn('b@x.com', '198.51.100.2'))).toBe('refused')
    expect(await outcomeOf(countSignIn('b@x.com', '198.51.100.3'))).toBe('looked at')
    expect(await outcomeOf(countSignIn('c@x.com', '198.51.100.2'))).toBe('looked at')
  })

  it('from one place are limited whichever the account', async () => {
    const outcomes: string[] = []
    for (let i = 0; i < 45; i++) outcomes.push(await outcomeOf(countSignIn(`u${i}@x.com`, '198.51.100.4')))
    expect(count(outcomes, 'looked at')).toBe(40)
  })

  it('from many places only slow an account down, at most by a second', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, i) => outcomeOf(countSignIn('popular@x.com', `203.0.113.${i}`))),
    )
    expect(count(outcomes, 'looked at')).toBe(30)
    const start = performance.now()
    expect(await outcomeOf(countSignIn('popular@x.com', '203.0.113.200'))).toBe('looked at')
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('are forgotten once the password was right', async () => {
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 5; i++)
        expect(await outcomeOf(countSignIn(`d${round % 2}@x.com`, '198.51.100.5'))).toBe('looked at')
      await forgetSignIn(`d${round % 2}@x.com`, '198.51.100.5')
    }
    expect(await outcomeOf(countSignIn('d0@x.com', '198.51.100.5'))).toBe('looked at')
  })

  it('and links for a new password are counted apart', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => countLink('e@x.com', '198.51.100.6')))
    expect(sent.filter(Boolean)).toHaveLength(3)
    expect(await outcomeOf(countSignIn('e@x.com', '198.51.100.6'))).toBe('looked at')
  })
})

describe('where a request comes from', () => {
  it.each([
    ['the connection', { socket: '198.51.100.7', forwardedFor: undefined }, '198.51.100.7'],
    [
      'the connection, whatever it says of itself',
      { socket: '198.51.100.7', forwardedFor: '1.1.1.1' },
      '198.51.100.7',
    ],
    ['what a proxy of ours says', { socket: '127.0.0.1', forwardedFor: '198.51.100.8' }, '198.51.100.8'],
    [
      'the last that is not ours, not what was made up before it',
      { socket: '::1', forwardedFor: '1.1.1.1, 198.51.100.9, 10.0.0.2' },
      '198.51.100.9',
    ],
    ['as IPv4 inside IPv6', { socket: '::ffff:10.0.0.1', forwardedFor: '198.51.100.8' }, '198.51.100.8'],
    ['a proxy that says nothing usable', { socket: '10.0.0.1', forwardedFor: 'unknown' }, '10.0.0.1'],
  ])('is %s', (_, given, client) => expect(clientAddress(given)).toBe(client))

  it('is counted by what one household has', () => {
    expect(countedBy('2001:db8:1:2:aaaa::1')).toBe(countedBy('2001:db8:1:2:bbbb::2'))
    expect(countedBy('2001:db8:1:2::1')).not.toBe(countedBy('2001:db8:1:3::1'))
    expect(countedBy('::ffff:198.51.100.1')).toBe('198.51.100.1')
    expect(countedBy('')).toBe('unknown')
  })
})

describe('a password', () => {
  const person = { email: 'bartholomew.smith@acme.example', name: 'Bartholomew Smith' }

  it.each([
    'abc',
    'ninechars',
    'password123',
    '1234567890',
    'qwertyuiop',
    'aaaaaaaaaaaaaaa',
    'Passw0rd2024',
    'vouchvouchvouch',
    'abcdefghijk',
    'p'.repeat(201),
  ])('is not taken where it is short, common or much too long: %s', async (password) =>
    expect(await weakBecause(password, person)).toMatch(/at least 10|too easy|at most 200/),
  )

  it.each([
    'Bartholomew',
    'bartholomew smith',
    'Smith.Bartholomew!',
    'bartholomew.smith@acme.example',
    'acmeacmeacme1',
  ])('is not taken where it is made of the person’s own words: %s', async (password) =>
    expect(await weakBecause(password, person)).toContain('too easy to guess'),
  )

  it.each([
    'correct horse battery',
    'seven blue umbrellas',
    'x7Kd-93hf-Lw2q',
    'grüner Elefant tanzt',
    '私の猫は青い傘が好きです',
  ])('may be anything else, without rules about characters: %s', async (password) =>
    expect(await weakBecause(password, person)).toBeNull(),
  )
})
