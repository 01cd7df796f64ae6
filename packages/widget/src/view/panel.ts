import { LONGEST_QUESTION, type ChatProblem, type Conversation, type Desk } from '../conversation'
import { isOpen } from '../watch'
import type { Words } from '../words/words'
import { button, element, icon } from './element'
import { AGAIN, CROSS, SEND } from './icons'
import { createLog, type LogParts } from './log'

export interface PanelParts extends LogParts {
  title: string
  onType: (text: string) => void
  onRestart: () => void
  /** None where it stands in a page and is always open. */
  onClose: (() => void) | null
}

export interface Panel {
  /** What stands in the dialog or the page. */
  content: HTMLElement[]
  box: HTMLTextAreaElement
  update: (conversation: Conversation) => void
}

/** The head, the conversation, and the box to type in. */
export function createPanel(parts: PanelParts): Panel {
  const { words, title, onType, onAsk } = parts
  const { log, update: updateLog } = createLog(parts)
  const status = element('div', { class: 'status', role: 'status' })
  const problem = element('div', { class: 'problem', role: 'alert' })
  const { form, box, send } = createForm({ words, onType, onAsk })
  const pause = createPause(() => update(latest))
  let latest: Conversation

  const update = (conversation: Conversation): void => {
    latest = conversation
    updateLog(conversation)
    setText(status, conversation.pending ? words.waiting : deskWords(conversation.desk, words))
    setText(problem, conversation.problem ? problemWords(conversation.problem, words) : '')
    if (box.value !== conversation.draft) box.value = conversation.draft
    pause.keep(conversation.problem)
    send.disabled = Boolean(conversation.pending) || !conversation.draft.trim() || pause.lasts()
  }
  const heading = element('h2', { id: 'vouch-title' }, title)
  return { content: [header(heading, parts), log, status, problem, form], box, update }
}

function header(heading: HTMLElement, { words, onRestart, onClose }: PanelParts): HTMLElement {
  return element(
    'header',
    {},
    heading,
    button({ class: 'again', 'aria-label': words.restart, title: words.restart }, onRestart, icon(AGAIN)),
    onClose &&
      button({ class: 'close', 'aria-label': words.close, title: words.close }, onClose, icon(CROSS)),
  )
}

/** Enter sends, Shift and Enter begins a line; not while a word is being composed, as in Japanese. */
function createForm({ words, onType, onAsk }: Pick<PanelParts, 'words' | 'onType' | 'onAsk'>) {
  const box = element('textarea', {
    rows: 1,
    maxlength: LONGEST_QUESTION,
    'aria-label': words.question,
    placeholder: words.placeholder,
    autocomplete: 'off',
  })
  const send = element('button', { class: 'send', type: 'submit', 'aria-label': words.send }, icon(SEND))
  const form = element('form', {}, box, send)
  box.addEventListener('input', () => onType(box.value))
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (!send.disabled) form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onAsk(box.value)
    box.focus()
  })
  return { form, box, send }
}

/** While the server wants to be left alone, nothing is sent. The longest wait is for another day; the button opens before. */
const LONGEST_PAUSE_SECONDS = 120

function createPause(onOver: () => void) {
  let of: ChatProblem | null = null
  let until = 0
  return {
    keep: (problem: ChatProblem | null): void => {
      if (problem === of) return
      of = problem
      const seconds = Math.min(problem?.retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS)
      until = Date.now() + seconds * 1000
      if (seconds) setTimeout(onOver, seconds * 1000 + 10)
    },
    lasts: (): boolean => Date.now() < until,
  }
}

/** What is wrong, when to try again, and that nothing is lost. */
export function problemWords({ kind, retryAfterSeconds, message }: ChatProblem, words: Words): string {
  return [
    // The server's own words name no time; where a time is known, both would not go together.
    (retryAfterSeconds ? null : message) ?? words.problem[kind],
    retryAfterSeconds ? words.tryAgainIn(retryAfterSeconds) : '',
    kind === 'not_set_up' ? '' : words.kept,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Who answers, or that somebody will; nothing once it has ended. */
export function deskWords(desk: Desk | null, words: Words): string {
  if (!isOpen(desk)) return ''
  return desk.by ? words.answersYou(desk.by) : words.waitsForPerson
}

/** A live region that is given the same words again would be read again. */
function setText(region: HTMLElement, text: string): void {
  if (region.textContent !== text) region.textContent = text
}
