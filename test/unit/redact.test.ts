import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/answer/reading/fold'
import { redact } from '../../src/handover/redact'
import { often } from '../often'
import { measureRedaction, type MarkedMessage } from '../../evals/redaction/measure'

const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
]
const SEPARATORS = [
  '', ' ', '  ', '-', '.', ',', '/', '_', ' - ', '·', '•', '*', '|', ':', '~', '+', '\n', '\r\n', '\t', '\n\n',
  '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\u200b', '\u00ad', '\u2060', '\ufeff',
  '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\ufe58', '\uff0d', '\u30fc', '\u05be',
] // prettier-ignore
const DIGITS: Record<string, (digits: string) => string> = {
  plain: (digits) => digits,
  'full width': (digits) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  Arabic: (digits) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
  mathematical: (digits) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7f6 + Number(digit))),
  keycaps: (digits) => digits.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
}
const digitsLeft = (text: string): string => fold(redact(text).text).text.replace(/\D/g, '')

describe('a card number never survives', () => {
  it('whatever stands between its digits, and wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CARDS),
        fc.constantFrom(...SEPARATORS),
        fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 15 }),
        fc.constantFrom(...Object.keys(DIGITS)),
        fc.constantFrom('', 'my card is ', 'Karte: ', '(', 'order 4711 paid with ', 'ma carte n°'),
        fc.constantFrom('', ' please', '.', ' 123', '/123', ' cvv 123', ' 12/27 123', ', thanks', ')'),
        (card, separator, places, digits, before, after) => {
          const broken = Array.from(card, (digit, i) => (places.includes(i) ? separator : '') + digit).join(
            '',
          )
          const text = before + DIGITS[digits]!(broken) + after
          expect(digitsLeft(text), JSON.stringify(text)).not.toContain(card)
        },
      ),
      { numRuns: often(3_000) },
    )
  })

  it.each([
    ['with its code behind', 'pay with 4111 1111 1111 1111 123', 'pay with [card …1111] [code]'],
    ['with date and code', '4111-1111-1111-1111 12/27 123 now', '[card …1111] 12/27 [code] now'],
    ['glued to its code', 'card 4111111111111111123', 'card [card …1111]'],
    ['over two lines', '4111 1111\n1111 1111', '[card …1111]'],
    ['in dots', '4111.1111.1111.1111', '[card …1111]'],
    ['in full width', '４１１１１１１１１１１１１１１１ ok', '[card …1111] ok'],
    ['between texts', 'a 4111–1111–1111–1111 b 5555555555554444 c', 'a [card …1111] b [card …4444] c'],
  ])('%s', (_, text, redacted) => {
    expect(redact(text).text).toBe(redacted)
  })
})

it.each([
  'order 1234567890123 is late',
  'policy number GB12 3456',
  'orders 4711-0815 and 4711-0816, please',
  'Bestellung OM-448120 vom 12.11.2026',
  'invoice 2026-11-000123',
  'tracking 1Z999AA10123456784',
  'my order number is 448120123',
  'my loyalty number is 6009123456',
  'membership no. 07700900123',
  'Kundennummer 0151234567',
  'numéro de client 0612345678',
  'the number of my order is 4711082512',
  'Do you deliver to SO20 8XY or to 10115 Berlin?',
  'We met at ten on 12 May at shop.com',
  'between 09:00 and 17:30 on 2026-11-27',
  'it cost 1,299.00 and then 2.499,00 €',
  'IMEI is on the box, version 12.4.3.1',
  'How do I reset my password?',
  'my password is not working',
  'Das Kennwort ist falsch',
  'Mon mot de passe est expiré',
  'la clave es la paciencia',
  'Where do I find the PIN of my SIM?',
  'I lost my PIN in 2024',
  'pass the parcel to my neighbour',
  'What is the security code for?',
  '0000 0000 0000 0000',
])('no number or word that is no secret is mangled: %s', (text) => {
  expect(redact(text)).toEqual({ text, found: [] })
})

it.each([
  ['pw hunter2', 'hunter2'],
  ['pw: swordfish', 'swordfish'],
  ['my pwd=Tr0ub4dor&3', 'Tr0ub4dor&3'],
  ['password is swordfish', 'swordfish'],
  ['my password is still hunter2', 'hunter2'],
  ['Password: "correct horse battery staple"', 'horse'],
  ['Mein Kennwort lautet Sommer2026!', 'Sommer2026'],
  ['Kennwort: geheim', 'geheim'],
  ['Passwort ist Geheim', 'Geheim'],
  ['Zugangsdaten: anna99', 'anna99'],
  ['mon mot de passe est soleil', 'soleil'],
  ['mdp: soleil', 'soleil'],
  ['mi contraseña es girasol', 'girasol'],
  ['clave: girasol', 'girasol'],
  ['mi clave es gira5sol', 'gira5sol'],
  ['hunter2 is my password', 'hunter2'],
  ['my pin is 1234', '1234'],
  ['PIN-Code 1 2 3 4', '1 2 3 4'],
  ['1234 is my pin', '1234'],
  ['Geheimzahl: 9876', '9876'],
  ['TAN 482913', '482913'],
  ['Prüfziffer lautet 123', '123'],
  ['le cryptogramme est 123', '123'],
  ['mon code secret est 4321', '4321'],
  ['el código de seguridad es 321', '321'],
  ['cvv２ is ３２１', '３２１'],
  ['p\u00adin\u200b: 12\u200b34', '34'],
  ['my ssn is 078 05 1120', '1120'],
  ['078–05–1120', '1120'],
  ['key vch_AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDDEEEEEEEE', 'AAAAAAAA'],
])('a secret behind its name is taken out: %s', (text, secret) => {
  const redacted = redact(text)
  expect(redacted.text).not.toContain(secret)
  expect(redacted.found).toHaveLength(1)
})

describe('IBANs', () => {
  const IBANS = [
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
    'ES9121000418450200051332',
  ]

  it('never survive, whatever stands between their characters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IBANS),
        fc.constantFrom(...SEPARATORS.filter((separator) => separator.length < 4)),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (iban, separator, size, small) => {
          const broken = iban.match(new RegExp(`.{1,${size}}`, 'g'))!.join(separator)
          const text = `to ${small ? broken.toLowerCase() : broken} please`
          const left = redact(text)
          expect(left.found, text).toEqual(['IBAN'])
          expect(left.text).toBe(`to [IBAN …${iban.slice(-4)}] please`)
        },
      ),
    )
  })

  it('with a wrong check digit are numbers like others', () => {
    expect(redact('DE88370400440532013000').found).toEqual([])
  })
})

it('what is not secret is left to the byte, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: redacted, found } = redact(text)
      if (!found.length) expect(redacted).toBe(text)
    }),
  )
})

const marked = (half: string): MarkedMessage[] =>
  readFileSync(`evals/redaction/${half}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MarkedMessage)

it.each(['tuned', 'held'])(
  'what leads to a person goes, and what only looks like it stays: the half “%s”',
  (half) => {
    const { recall, precision, untouched } = measureRedaction(marked(half))
    expect(recall.count / recall.of).toBeGreaterThan(0.95)
    expect(precision.count / precision.of).toBeGreaterThan(0.95)
    expect(untouched.count / untouched.of).toBeGreaterThan(0.95)
  },
)

it.each([
  'a ',
  '1 ',
  '1-',
  '+1 ',
  '0',
  'a.',
  'a@',
  'a at b dot ',
  'flat 1 a, ',
  'rue a ',
  'Calle a 1, ',
  'Haus 1 ',
  'born ',
])('a question of nothing but “%s” takes no time', (unit) => {
  const began = performance.now()
  redact(unit.repeat(4000 / unit.length))
  expect(performance.now() - began).toBeLessThan(1_500)
})
