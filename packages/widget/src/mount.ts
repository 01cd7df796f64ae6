import { createChat, type Chat } from './chat'
import type { Conversation } from './conversation'
import type { Drawer } from './keep'
import type { Transport } from './transport'
import { button, element, icon } from './view/element'
import { CHAT } from './view/icons'
import { createPanel } from './view/panel'
import { STYLES } from './view/styles'
import { createWatch } from './watch'
import { wordsFor } from './words/language'

export interface Mounting {
  /** The element that gets a shadow root, or has one from before. */
  host: HTMLElement
  transport: Transport
  /** Under which the conversation of this tab is kept. */
  name: string
  drawer: Drawer | null
  /** The page's wish, then the browser's: BCP 47 tags. */
  languages: readonly (string | null | undefined)[]
  title?: string | null
  /** In the page and always open, in place of a button that opens a dialog. */
  inPage?: boolean
}

/** What a page can do with the chat. */
export interface Mounted {
  open: () => void
  close: () => void
  remove: () => void
}

/** Narrower than this the dialog is the whole screen. */
const NARROW = '(max-width: 480px)'

/** Puts a chat into a shadow root of its own. */
export function mountChat(mounting: Mounting): Mounted {
  const { host, transport, inPage = false } = mounting
  const { language, words } = wordsFor(mounting.languages)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [stylesheet()]
  const close = (): void => dialog?.close()
  const panel = createPanel({
    words,
    title: mounting.title || words.title,
    onAsk: (text) => void chat.ask(text),
    onJudge: transport.judge ? (receiptId, thumb) => void chat.judge(receiptId, thumb) : null,
    onType: (text) => chat.type(text),
    onRestart: () => {
      watch.stop()
      chat.restart()
      panel.box.focus()
    },
    onClose: inPage ? null : close,
  })
  let shown: Conversation | null = null
  const onChange = (conversation: Conversation): void => {
    if (conversation.desk?.handover !== shown?.desk?.handover) watch.wake()
    if (launcher && !dialog?.open && hasNews(shown, conversation)) tellNews(launcher, words.news, true)
    shown = conversation
    panel.update(conversation)
  }
  const chat = createChat({ ...mounting, newId: () => crypto.randomUUID(), onChange })
  const watch = watchWhileSeen(chat)
  const frame = { class: 'panel', 'aria-labelledby': 'vouch-title', lang: language }
  const dialog = inPage ? null : element('dialog', frame, ...panel.content)
  const launcher = dialog && launcherOf(words.open, () => open())
  const open = (): void => {
    if (dialog && launcher) openDialog(dialog, launcher)
    if (launcher) tellNews(launcher, words.open, false)
    panel.box.focus()
  }
  if (dialog && launcher) {
    closesWell(dialog, launcher)
    root.append(launcher, dialog)
  } else root.append(element('section', frame, ...panel.content))
  onChange(chat.state())
  return {
    open,
    close,
    remove: () => {
      watch.remove()
      root.replaceChildren()
    },
  }
}

/** Whether a colleague wrote something since. */
const hasNews = (before: Conversation | null, { turns }: Conversation): boolean =>
  before !== null && turns.slice(before.turns.length).some(({ from }) => from === 'colleague')

/** Waits for a colleague's replies while the page is seen, and looks at once when it is seen again. */
function watchWhileSeen(chat: Chat): { wake: () => void; stop: () => void; remove: () => void } {
  const isSeen = (): boolean => document.visibilityState === 'visible'
  const { wake, stop } = createWatch({ desk: () => chat.state().desk, look: chat.look, isSeen })
  const onSeen = (): void => (isSeen() ? wake() : stop())
  document.addEventListener('visibilitychange', onSeen)
  return {
    wake,
    stop,
    remove: () => {
      stop()
      document.removeEventListener('visibilitychange', onSeen)
    },
  }
}

/** That a colleague has answered, on the button of a chat that is closed: a dot, and words for who hears it. */
function tellNews(launcher: HTMLElement, label: string, isNews: boolean): void {
  launcher.classList.toggle('news', isNews)
  launcher.setAttribute('aria-label', label)
}

/** Made in script, so that no policy of the page against inline styles stops it. */
function stylesheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLES)
  return sheet
}

function launcherOf(label: string, onPress: () => void): HTMLButtonElement {
  const attributes = {
    class: 'launcher',
    'aria-label': label,
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
  }
  return button(attributes, onPress, icon(CHAT))
}

/** On a small screen nothing else can be reached while it is open; else the page stays usable beside it. */
function openDialog(dialog: HTMLDialogElement, launcher: HTMLButtonElement): void {
  if (dialog.open) return dialog.close()
  const whole = matchMedia(NARROW).matches
  dialog.classList.toggle('whole', whole)
  if (whole) dialog.showModal()
  else dialog.show()
  launcher.setAttribute('aria-expanded', 'true')
}

/** Escape closes it, and whoever closes it is where they were. */
function closesWell(dialog: HTMLDialogElement, launcher: HTMLButtonElement): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) dialog.close()
  })
  dialog.addEventListener('close', () => {
    launcher.setAttribute('aria-expanded', 'false')
    launcher.focus()
  })
}
