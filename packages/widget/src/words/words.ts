import type { ChatProblem } from '../conversation'

/** Everything that the widget says by itself, in one language; what a bot says comes from the server. */
export interface Words {
  open: string
  close: string
  restart: string
  title: string
  /** Told at the start of every conversation (EU AI Act, article 50). */
  iAmABot: string
  log: string
  you: string
  bot: string
  question: string
  placeholder: string
  send: string
  waiting: string
  sources: (count: number) => string
  source: (number: number) => string
  inForceFrom: (date: string) => string
  choose: string
  askForPerson: string
  callHours: (hours: string) => string
  more: string
  handedOver: string
  /** While nobody has the hand-over yet. */
  waitsForPerson: string
  answersYou: (by: string) => string
  /** On the closed chat's button. */
  news: string
  reference: string
  whatNow: (queue: string | null) => string
  urgent: string
  helpful: string
  yes: string
  no: string
  thanks: string
  problem: Record<ChatProblem['kind'], string>
  tryAgainIn: (seconds: number) => string
  kept: string
}

/** “12 seconds”, “5 minutes”, “3 hours”: rounded up, in a language. */
export function duration(seconds: number, language: string): string {
  const [count, unit] =
    seconds < 90
      ? [Math.max(1, Math.ceil(seconds)), 'second']
      : seconds < 90 * 60
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
