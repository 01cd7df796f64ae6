import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/governance/vault'

const vault = createVault('a secret of thirty-two characters')
const of = 'handovers:1'

describe('what is sealed', () => {
  it('is read again with its key, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = vault.newKey(of)
        expect(vault.open({ key, of }, vault.seal({ key, of }, text))).toBe(text)
      }),
    )
  })

  it('says nothing of the text, and never the same twice', () => {
    const key = vault.newKey(of)
    const [one, other] = [vault.seal({ key, of }, '07700 900123'), vault.seal({ key, of }, '07700 900123')]
    expect(one).not.toBe(other)
    expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('07700')
  })

  const key = vault.newKey(of)
  const sealed = vault.seal({ key, of }, '07700 900123')
  it.each([
    ['with another record’s key', { key: vault.newKey(of), of }, vault],
    ['as another record’s', { key, of: 'handovers:2' }, vault],
    ['without its key', { key: '', of }, vault],
    ['with another secret', { key, of }, createVault('another secret of 32 characters!')],
  ])('is not read %s', (_, by, vaultOfReader) => {
    expect(vaultOfReader.open(by, sealed)).toBeNull()
  })

  it('is not read once a bit of it, or of its key, was changed or cut off', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }), (ofKey, at, bits) => {
        const changed = alter(ofKey ? key : sealed, at, bits)
        expect(vault.open(ofKey ? { key: changed, of } : { key, of }, ofKey ? sealed : changed)).toBeNull()
      }),
    )
    for (let length = 0; length < sealed.length; length++)
      expect(vault.open({ key, of }, sealed.slice(0, length))).toBeNull()
  })
})

function alter(text: string, at: number, bits: number): string {
  const bytes = Buffer.from(text.slice(3), 'base64url')
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ bits
  return text.slice(0, 3) + bytes.toString('base64url')
}
