/**
 * <script src="https://vouch.example.com/widget.js" data-key="vch_…" async></script>
 * puts a button on a page that opens a chat (docs/widget.md).
 */
import { mountChat, type Mounted } from './mount'
import { nameOf, settingsOf, type TagSettings } from './settings'
import { apiTransport } from './transport'

declare global {
  interface Window {
    vouchChat?: Mounted
  }
}

const tag = document.currentScript
if (tag instanceof HTMLScriptElement && !window.vouchChat) {
  const settings = settingsOf(tag.src, tag.dataset)
  // oxlint-disable-next-line no-console -- for who sets it up: nothing can be shown to a customer
  if (!settings)
    console.error('Vouch: the script tag needs data-key, the key of a bot that was made for this site.')
  else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => start(settings))
  else start(settings)
}

function start(settings: TagSettings): void {
  const host = document.createElement('vouch-chat')
  host.dataset['side'] = settings.side
  if (settings.theme) host.dataset['theme'] = settings.theme
  if (settings.colour) {
    host.style.setProperty('--vouch-accent', settings.colour.accent)
    host.style.setProperty('--vouch-ink', settings.colour.ink)
  }
  document.body.append(host)
  window.vouchChat = mountChat({
    host,
    transport: apiTransport(settings, (input, init) => fetch(input, init)),
    name: nameOf(settings.key),
    drawer: drawerOf(),
    languages: [settings.language, document.documentElement.lang, ...navigator.languages],
    title: settings.title,
  })
}

/** A browser that keeps nothing throws when it is asked for its drawer. */
function drawerOf(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
