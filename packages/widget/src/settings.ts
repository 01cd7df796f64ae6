import { inkOn } from './message'
import type { PageSettings } from './transport'

/** What the script tag says, of which only the key is needed. */
export interface TagSettings extends PageSettings {
  title: string | null
  language: string | null
  side: 'left' | 'right'
  theme: 'light' | 'dark' | null
  colour: { accent: string; ink: string } | null
}

/** @param src where the script came from: Vouch is there, and nowhere else. @returns null, and the page says why, without a key. */
export function settingsOf(
  src: string,
  data: Readonly<Record<string, string | undefined>>,
): TagSettings | null {
  const key = data['key']?.trim()
  if (!key || !URL.canParse(src)) return null
  const { theme } = data
  return {
    server: new URL(src).origin,
    key,
    locale: data['locale'] || null,
    channel: data['channel'] || 'web',
    customer: data['customer'] || null,
    title: data['title']?.slice(0, 80) || null,
    language: data['language'] || data['locale'] || null,
    side: data['side'] === 'left' ? 'left' : 'right',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    colour: colourOf(data['colour'] ?? ''),
  }
}

/** A colour of the page, and what is read on it. */
function colourOf(accent: string): TagSettings['colour'] {
  const ink = inkOn(accent)
  return ink && { accent, ink }
}

/** A conversation is of one key: another bot's would not know what was said. */
export function nameOf(key: string): string {
  return `vouch-chat:${key.slice(0, 12)}`
}
