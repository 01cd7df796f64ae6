import { describe, expect, test } from 'vitest'
import { callLink, inkOn, piecesOf, safeLink } from '../../../packages/widget/src/message'
import { readableQuote } from '../../../packages/widget/src/quote'
import { nameOf, settingsOf } from '../../../packages/widget/src/settings'
import { wordsFor } from '../../../packages/widget/src/words/language'

describe('what the widget makes of words', () => {
  test('a number is a source only where there is such a source', () => {
    expect(piecesOf('30 days. [1] Not [9], nor [x]. [2][1]', new Set([1, 2]))).toEqual([
      { text: '30 days.' },
      { source: 1 },
      { text: ' Not [9], nor [x].' },
      { source: 2 },
      { source: 1 },
    ])
    expect(piecesOf('Nothing cited', new Set())).toEqual([{ text: 'Nothing cited' }])
  })

  test('nothing is lost: the pieces are the message', () => {
    for (const message of ['[1]', 'a[1]b', '<b>[1]</b> & [2', '[12] [1]', ''])
      expect(
        piecesOf(message, new Set([1, 12]))
          .map((piece) => ('text' in piece ? piece.text : `[${piece.source}]`))
          .join(''),
      ).toBe(message.replaceAll(/\s(?=\[12?\])/g, ''))
  })

  test.each([
    ['https://example.com/help', 'https://example.com/help'],
    ['http://example.com', 'http://example.com/'],
    ['javascript:alert(1)', null],
    [' javascript:alert(1)', null],
    ['data:text/html,<script>', null],
    ['/relative', null],
    ['', null],
  ])('%j leads to %j', (url, href) => expect(safeLink(url)).toBe(href))

  test.each([
    ['+44 (0)20 7946 0000', 'tel:+442079460000'],
    ['116 123', 'tel:116123'],
    ['ask at the desk', null],
    ['1', null],
  ])('%j is called at %j', (phone, link) => expect(callLink(phone)).toBe(link))

  test('what stands on a colour can be read, whatever the colour', () => {
    for (const colour of ['#000000', '#0b6b66', '#ffd400', '#ffffff', '#777777', '#c8102e'])
      expect(contrast(colour, inkOn(colour)!), colour).toBeGreaterThanOrEqual(4.5)
    expect(inkOn('red; background: url(x)')).toBeNull()
  })
})

describe('the script tag', () => {
  const src = 'https://vouch.example.com/widget.js?v=1'

  test('needs a key and nothing else; Vouch is where the script came from', () => {
    expect(settingsOf(src, { key: ' vch_1 ' })).toMatchObject({
      server: 'https://vouch.example.com',
      key: 'vch_1',
      channel: 'web',
      side: 'right',
      theme: null,
      colour: null,
    })
    expect(settingsOf(src, {})).toBeNull()
    expect(settingsOf('', { key: 'vch_1' })).toBeNull()
  })

  test('what it cannot use it leaves out', () => {
    expect(settingsOf(src, { key: 'k', side: 'top', theme: 'neon', colour: 'blue' })).toMatchObject({
      side: 'right',
      theme: null,
      colour: null,
    })
  })

  test('conversations of two keys are two', () =>
    expect(nameOf('vch_aaaaaaaaaa')).not.toBe(nameOf('vch_bbbbbbbbbb')))

  test('the first language that there are words for is spoken', () => {
    expect(wordsFor([null, 'ja', 'de-AT', 'fr']).language).toBe('de')
    expect(wordsFor(['constructor', '']).language).toBe('en')
  })
})

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!
}

test.each([
  ['| Service | What we do | Charge |', 'Service · What we do · Charge'],
  ['| | Curlew 700 |', 'Curlew 700'],
  ['| a \\| b | c |\n| --- | :-: |\n| **d** | e |', 'a | b · c\nd · e'],
  ['- **In-ear earphones** may be returned only *sealed*.', 'In-ear earphones may be returned only sealed.'],
  ['1. Hold the button.', '1. Hold the button.'],
  ['See [the form](https://example.com "Form") and `Account`.', 'See the form and Account.'],
  ['### Figures', 'Figures'],
  ['> It is ***so***.', 'It is so.'],
  ['2 * 3 * 4 and snake_case_name, 5 \\* 6', '2 * 3 * 4 and snake_case_name, 5 * 6'],
  ['<b>Not ours</b> to read', '<b>Not ours</b> to read'],
  ['Up to -5 °C, from £10 | £20', 'Up to -5 °C, from £10 | £20'],
  ['', ''],
])('a customer reads %j as %j', (quote, shown) => expect(readableQuote(quote)).toBe(shown))
