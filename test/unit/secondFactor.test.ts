import { describe, expect, it } from 'vitest'
import { TOTP } from 'otpauth'
import {
  hashOfRecoveryCode,
  makeRecoveryCodes,
  RECOVERY_CODES,
  withoutCode,
  writtenCode,
} from '../../src/governance/recoveryCodes'
import {
  addressOfKey,
  keyOfEnrolment,
  needsSecondFactor,
  readCode,
  stepOfCode,
} from '../../src/governance/secondFactor'

import { deviceWords } from '../../src/governance/deviceWords'
import { describeFactors, factorAdvice } from '../../src/governance/secondFactorWords'
import { stepOf } from '../../src/admin/signIn/signIn'

const SECRET = 'a secret of the installation, long enough'
/** RFC 6238, appendix B: the ASCII key 12345678901234567890; its eight digits end in these six. */
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('is what RFC 6238 says at %i seconds', (seconds, code, step) => {
    expect(stepOfCode(RFC_KEY, { code, at: seconds * 1000, after: 0 })).toBe(step)
  })

  it('counts in its half minute, the one before and the one after it, and no longer', () => {
    const at = 1_800_000_015_000
    const present = Math.floor(at / 30_000)
    const of = (offset: number) =>
      stepOfCode(RFC_KEY, { code: codeAt(RFC_KEY, at + offset * 30_000), at, after: 0 })
    expect([-2, -1, 0, 1, 2].map(of)).toEqual([null, present - 1, present, present + 1, null])
  })

  it('counts once: neither it nor one of before it is taken after it', () => {
    const at = 1_800_000_015_000
    const present = Math.floor(at / 30_000)
    const of = (offset: number, after: number) =>
      stepOfCode(RFC_KEY, { code: codeAt(RFC_KEY, at + offset * 30_000), at, after })
    expect(of(0, present)).toBeNull()
    expect(of(-1, present)).toBeNull()
    expect(of(1, present)).toBe(present + 1)
  })
})

describe('the key of an enrolment', () => {
  const enrolment = { person: 'ann', enrolment: 'e1' }

  it('is the same again for the same enrolment, and another for another person, enrolment or installation', () => {
    const key = keyOfEnrolment(SECRET, enrolment)
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    expect(keyOfEnrolment(SECRET, enrolment)).toBe(key)
    const others = [
      keyOfEnrolment(SECRET, { ...enrolment, person: 'ben' }),
      keyOfEnrolment(SECRET, { ...enrolment, enrolment: 'e2' }),
      keyOfEnrolment(`${SECRET}.`, enrolment),
    ]
    expect(new Set([key, ...others]).size).toBe(4)
  })

  it('is in the address that the QR code shows, with the account’s name', () => {
    const address = addressOfKey(keyOfEnrolment(SECRET, enrolment), 'ann+x@example.com')
    expect(address).toMatch(/^otpauth:\/\/totp\/Vouch:ann%2Bx%40example\.com\?/)
    expect(new URL(address).searchParams.get('secret')).toBe(keyOfEnrolment(SECRET, enrolment))
  })
})

describe('what is typed as a code', () => {
  it.each([
    ['123456', { kind: 'app', code: '123456' }],
    [' 123 456 ', { kind: 'app', code: '123456' }],
    ['１２３-４５６', { kind: 'app', code: '123456' }],
    ['7q4k-m2xb-90td', { kind: 'recovery', code: '7Q4KM2XB90TD' }],
    ['7Q4K M2XB 9OTL', { kind: 'recovery', code: '7Q4KM2XB90T1' }],
    ['7Q4K–M2XB–90TD', { kind: 'recovery', code: '7Q4KM2XB90TD' }],
    ['12345', { kind: 'neither' }],
    ['7Q4K-M2XB-90TU', { kind: 'neither' }],
    ['', { kind: 'neither' }],
    [123456, { kind: 'neither' }],
    [{ $ne: '' }, { kind: 'neither' }],
    ['1'.repeat(1000), { kind: 'neither' }],
  ])('%j is %j', (typed, read) => expect(readCode(typed)).toEqual(read))
})

describe('recovery codes', () => {
  it('are ten, all different, and read again as they are written', () => {
    const codes = makeRecoveryCodes()
    expect(new Set(codes).size).toBe(RECOVERY_CODES)
    for (const code of codes) {
      expect(writtenCode(code)).toMatch(/^\w{4}-\w{4}-\w{4}$/)
      expect(readCode(writtenCode(code))).toEqual({ kind: 'recovery', code })
    }
  })

  it('are kept as hashes that depend on the installation and the person', () => {
    const code = '7Q4KM2XB90TD'
    const hash = hashOfRecoveryCode(SECRET, { person: 'ann', code })
    expect(hash).not.toContain(code)
    expect(hashOfRecoveryCode(SECRET, { person: 'ben', code })).not.toBe(hash)
    expect(hashOfRecoveryCode(`${SECRET}.`, { person: 'ann', code })).not.toBe(hash)
  })

  it('are used up one by one', () => {
    expect(withoutCode(['a', 'b', 'c'], 'b')).toEqual(['a', 'c'])
    expect(withoutCode(['a', 'c'], 'b')).toBeNull()
    expect(withoutCode([], 'b')).toBeNull()
    expect(withoutCode(['b'], 'b')).toEqual([])
  })
})

describe('the setting that asks for a second factor', () => {
  it('asks whoever has one of its roles', () => {
    expect(needsSecondFactor({ roles: ['author', 'admin'] }, ['admin', 'compliance'])).toBe(true)
    expect(needsSecondFactor({ roles: ['author'] }, ['admin'])).toBe(false)
    expect(needsSecondFactor({ roles: ['admin'] }, [])).toBe(false)
    expect(needsSecondFactor({}, ['admin'])).toBe(false)
  })
})

/** By the app’s own library, so that a mistake in how we ask it for codes shows. */
const codeAt = (key: string, timestamp: number): string =>
  new TOTP({ secret: key, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp })

describe('what a session was begun with', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
      'Chrome on an iPhone',
    ],
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox on Android'],
    ['curl/8.5.0', null],
    ['', null],
    [null, null],
  ])('%s is %s', (agent, words) => expect(deviceWords(agent)).toBe(words))
})

describe('what the sign-in form is told to do next', () => {
  const refused = { ok: false, status: 401 }
  it.each([
    [{ user: {}, token: 't' }, { ok: true, status: 200 }, 'in'],
    [{ errors: [{ message: 'm', data: { secondFactor: 'code' } }] }, refused, 'code'],
    [{ errors: [{ message: 'm', data: { secondFactor: 'enrol', key: 'K' } }] }, refused, 'enrol'],
    [{ errors: [{ message: 'm' }] }, refused, 'refused'],
    [null, { ok: false, status: 502 }, 'refused'],
  ])('%j', (json, response, is) => expect(stepOf(json, response).is).toBe(is))

  it('in the server’s own words where it is refused', () => {
    expect(stepOf({ errors: [{ message: 'Too many attempts.' }] }, { ok: false, status: 429 })).toEqual({
      is: 'refused',
      detail: 'Too many attempts.',
    })
  })
})

describe('what doctor says', () => {
  const use = { roles: [], people: 3, have: 1, missing: [] }

  it('names how many have one, and whom it is asked of', () => {
    expect(describeFactors(use)).toBe(
      'second factor: 1 of 3 people have one; nobody needs one (VOUCH_SECOND_FACTOR names roles that do)',
    )
    expect(describeFactors({ ...use, roles: ['admin', 'compliance'] })).toContain(
      'needed by admins, compliance',
    )
  })

  it('names who has to set one up', () => {
    expect(factorAdvice(use)).toEqual([])
    expect(factorAdvice({ ...use, missing: ['Ada', 'Cora'] })[0]).toMatch(/^Ada, Cora cannot do anything/)
  })
})
