import type { Conversation, Reply, Thumb, Turn } from '../conversation'
import { openAnswer } from '../conversation'
import type { Words } from '../words/words'
import { botTurn } from './botTurn'
import { element } from './element'

export interface LogParts {
  words: Words
  onAsk: (text: string) => void
  onJudge: ((receiptId: string, thumb: Thumb) => void) | null
}

/**
 * The conversation. A turn is added and never made anew, so that a screen reader reads only what came.
 * @returns the element, and what brings it up to date.
 */
export function createLog(parts: LogParts): {
  log: HTMLElement
  update: (conversation: Conversation) => void
} {
  const { words } = parts
  const log = element('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': words.log,
    tabindex: 0,
  })
  let shown: { id: string; turns: HTMLElement[]; pending: HTMLElement | null } | null = null

  const update = (conversation: Conversation): void => {
    if (shown?.id !== conversation.id) {
      log.replaceChildren(element('p', { class: 'notice' }, words.iAmABot))
      shown = { id: conversation.id, turns: [], pending: null }
    }
    const before = shown.turns.length + (shown.pending ? 1 : 0)
    for (const turn of conversation.turns.slice(shown.turns.length)) {
      // What was shown while it waited is that turn now.
      const made = (turn.from === 'customer' && shown.pending) || turnElement(turn, conversation, parts)
      shown.pending = turn.from === 'customer' ? null : shown.pending
      shown.turns.push(made)
      log.append(made)
    }
    if (!conversation.pending) shown.pending?.remove()
    shown.pending = conversation.pending
      ? (shown.pending ?? customerTurn(conversation.pending.text, words))
      : null
    if (shown.pending && !shown.pending.isConnected) log.append(shown.pending)
    for (const [at, turn] of conversation.turns.entries()) bringUpToDate(shown.turns[at], turn, conversation)
    if (before !== shown.turns.length + (shown.pending ? 1 : 0)) showLatest(log)
  }
  return { log, update }
}

function turnElement(turn: Turn, { takesFeedback }: Conversation, parts: LogParts): HTMLElement {
  if (turn.from === 'customer') return customerTurn(turn.text, parts.words)
  if (turn.from === 'colleague') return colleagueTurn(turn)
  const { receiptId } = turn.answer
  const judge = parts.onJudge
  const onJudge = judge && takesFeedback && receiptId ? (thumb: Thumb) => judge(receiptId, thumb) : null
  return botTurn({ ...parts, answer: turn.answer, onJudge })
}

function customerTurn(text: string, { you }: Words): HTMLElement {
  return element('div', { class: 'turn customer' }, element('span', { class: 'hidden' }, `${you}: `), text)
}

/** Who wrote it stands above it: it is no bot any more. */
function colleagueTurn({ by, text }: Reply): HTMLElement {
  return element(
    'div',
    { class: 'turn bot colleague' },
    element('small', { class: 'who' }, by),
    element('p', { class: 'said' }, text),
  )
}

/** Choices of an earlier answer are over; a thumb shows what was chosen. */
function bringUpToDate(made: HTMLElement | undefined, turn: Turn, conversation: Conversation): void {
  if (!made || turn.from !== 'bot') return
  const open = openAnswer(conversation) === turn.answer
  for (const choice of made.querySelectorAll<HTMLButtonElement>('button.choice')) choice.disabled = !open
  for (const thumb of made.querySelectorAll<HTMLButtonElement>('.thumb'))
    thumb.setAttribute('aria-pressed', String(thumb.dataset['thumb'] === turn.thumb))
  if (!conversation.takesFeedback) made.querySelector('.thumbs')?.remove()
}

/** A long answer is read from its beginning. */
function showLatest(log: HTMLElement): void {
  const last = log.lastElementChild
  if (!(last instanceof HTMLElement)) return
  const top = last.offsetTop - log.offsetTop - 12
  log.scrollTop = last.offsetHeight > log.clientHeight ? top : log.scrollHeight
}
