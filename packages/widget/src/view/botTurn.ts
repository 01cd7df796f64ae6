import { readableQuote } from '../quote'
import type { Next, ShownAnswer, ShownCitation } from '../answer'
import type { Thumb } from '../conversation'
import { callLink, piecesOf, safeLink } from '../message'
import type { Words } from '../words/words'
import { button, element, icon } from './element'
import { DOWN, UP } from './icons'

/** What a turn of the bot needs to be shown, and what can be done with it. */
export interface BotTurn {
  answer: ShownAnswer
  words: Words
  onAsk: (text: string) => void
  /** None where nobody takes an opinion. */
  onJudge: ((thumb: Thumb) => void) | null
}

/** One answer: its words, its sources, what can be done next, and what the customer thinks of it. */
export function botTurn(turn: BotTurn): HTMLElement {
  const { answer, words, onJudge } = turn
  const sources = answer.citations.length ? sourcesOf(turn) : null
  return element(
    'div',
    { class: 'turn bot', lang: answer.locale },
    element('span', { class: 'hidden' }, `${words.bot}: `),
    said(turn, sources),
    sources,
    handover(turn),
    choices(turn),
    nextStep(turn),
    onJudge && answer.receiptId && answer.outcome === 'answered' ? thumbs(words, onJudge) : null,
  )
}

/** The words, with a button at each number that leads to its source. */
function said({ answer: { message, citations }, words }: BotTurn, sources: HTMLElement | null): HTMLElement {
  const numbers = new Set(citations.map(({ number }) => number))
  const pieces = piecesOf(message, numbers).map((piece) =>
    'text' in piece
      ? piece.text
      : button(
          { class: 'ref', 'aria-label': words.source(piece.source) },
          () => showSource(sources, piece.source),
          String(piece.source),
        ),
  )
  return element('p', { class: 'said' }, ...pieces)
}

function showSource(sources: HTMLElement | null, number: number): void {
  if (!sources) return
  sources.setAttribute('open', '')
  sources.querySelector<HTMLElement>(`[data-source="${number}"]`)?.focus()
}

function sourcesOf({ answer: { citations, locale }, words }: BotTurn): HTMLElement {
  return element(
    'details',
    { class: 'sources' },
    element('summary', {}, words.sources(citations.length)),
    element('ol', {}, ...citations.map((citation) => source(citation, { words, locale }))),
  )
}

function source(
  { number, title, quote, validFrom }: ShownCitation,
  { words, locale }: { words: Words; locale: string },
): HTMLElement {
  return element(
    'li',
    { value: number, tabindex: -1, 'data-source': number },
    element('strong', {}, title),
    element('blockquote', {}, readableQuote(quote)),
    validFrom ? element('small', {}, words.inForceFrom(dateOf(validFrom, locale))) : null,
  )
}

/** As the answer's language writes dates. */
function dateOf(iso: string, locale: string): string {
  const [known] = Intl.DateTimeFormat.supportedLocalesOf([locale, 'en-GB'])
  return new Intl.DateTimeFormat(known, { dateStyle: 'long' }).format(new Date(iso))
}

function handover({ answer, words }: BotTurn): HTMLElement | null {
  if (!answer.handover) return null
  const { reference, queue, urgent } = answer.handover
  return element(
    'div',
    { class: 'card' },
    element('strong', {}, words.handedOver),
    reference
      ? element('p', {}, `${words.reference}: `, element('code', { class: 'reference' }, reference))
      : null,
    element('p', {}, [words.whatNow(queue), urgent ? words.urgent : ''].join(' ').trim()),
  )
}

function choices({ answer: { options }, words, onAsk }: BotTurn): HTMLElement | null {
  if (!options.length) return null
  return element(
    'div',
    { class: 'choices', role: 'group', 'aria-label': words.choose },
    element('small', {}, words.choose),
    ...options.map((option) => button({ class: 'choice' }, () => onAsk(option), option)),
  )
}

/** What the customer can do now; its words stand in the message. */
function nextStep({ answer: { next }, words, onAsk }: BotTurn): HTMLElement | null {
  const step = actOf(next, words, onAsk)
  return step && element('div', { class: 'choices' }, ...step)
}

function actOf(next: Next, words: Words, onAsk: (text: string) => void): (HTMLElement | string)[] | null {
  switch (next.kind) {
    case 'person': {
      const label = next.label || words.askForPerson
      return [button({ class: 'choice' }, () => onAsk(words.askForPerson), label)]
    }
    case 'link':
      return link(safeLink(next.url), next.label || words.more)
    case 'form':
      return link(safeLink(next.url), words.more)
    case 'hours': {
      const call = next.phone ? link(callLink(next.phone), next.phone) : null
      const hours = next.hours ? [element('small', {}, words.callHours(next.hours))] : []
      return call || hours.length ? [...(call ?? []), ...hours] : null
    }
    case 'rephrase':
    case 'none':
      return null
  }
}

function link(href: string | null, label: string): HTMLElement[] | null {
  if (!href) return null
  const elsewhere = href.startsWith('http')
  const attributes = {
    class: 'choice',
    href,
    rel: 'noopener noreferrer',
    target: elsewhere ? '_blank' : null,
  }
  return [element('a', attributes, label)]
}

function thumbs(words: Words, onJudge: (thumb: Thumb) => void): HTMLElement {
  const thumb = (which: Thumb, label: string, path: string): HTMLElement =>
    button(
      { class: 'thumb', 'aria-label': label, 'aria-pressed': 'false', 'data-thumb': which },
      () => onJudge(which),
      icon(path),
    )
  return element(
    'div',
    { class: 'thumbs', role: 'group', 'aria-label': words.helpful },
    element('small', { class: 'ask' }, words.helpful),
    thumb('up', words.yes, UP),
    thumb('down', words.no, DOWN),
  )
}
