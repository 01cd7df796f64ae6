/**
 * Everything is in a shadow root: the page's styles stay out, and these stay in. The page may set `--vouch-chat-accent` and
 * `--vouch-chat-ink` (what is read on it), and its fonts are inherited.
 */
export const STYLES = `
:host { font: 16px/1.5 var(--vouch-chat-font, system-ui, sans-serif); letter-spacing: normal; text-align: start; text-transform: none; visibility: visible; color-scheme: light dark;
  --accent: var(--vouch-chat-accent, #0b6b66); --ink: var(--vouch-chat-ink, #ffffff);
  --paper: #ffffff; --text: #1c2124; --quiet: #565f64; --line: #868e93; --soft: #f0f3f4; --warn: #8a1f11; --warn-paper: #fdf0ee }
@media (prefers-color-scheme: dark) { :host(:not([data-theme=light])) {
  --paper: #16191b; --text: #eceff1; --quiet: #aab4b9; --line: #7d878c; --soft: #24292c; --warn: #ffb4a8; --warn-paper: #3a1d19 } }
:host([data-theme=dark]) {
  --paper: #16191b; --text: #eceff1; --quiet: #aab4b9; --line: #7d878c; --soft: #24292c; --warn: #ffb4a8; --warn-paper: #3a1d19 }
:host([data-theme=light]) { color-scheme: light } :host([data-theme=dark]) { color-scheme: dark }
*, *::before { box-sizing: border-box }
button, textarea { font: inherit; color: inherit; letter-spacing: inherit }
button { cursor: pointer } button:disabled { cursor: not-allowed }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.launcher { position: fixed; z-index: 2147483000; bottom: max(16px, env(safe-area-inset-bottom)); right: 16px; width: 56px; height: 56px;
  display: grid; place-items: center; border: 0; border-radius: 50%; background: var(--accent); color: var(--ink); box-shadow: 0 4px 16px rgb(0 0 0 / .3) }
.launcher svg { width: 26px; height: 26px }
:host([data-side=left]) .launcher { right: auto; left: 16px }
.panel { display: flex; flex-direction: column; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 14px; overflow: hidden;
  background: var(--paper); color: var(--text) }
.panel:not([open]):is(dialog) { display: none }
dialog.panel { position: fixed; z-index: 2147483001; inset: auto 16px 84px auto; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100dvh - 104px));
  max-width: none; max-height: none; box-shadow: 0 12px 40px rgb(0 0 0 / .28); animation: rise .16s ease-out }
:host([data-side=left]) dialog.panel { inset: auto auto 84px 16px }
dialog.panel.whole { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0 }
dialog::backdrop { background: rgb(0 0 0 / .4) }
section.panel { height: 100% }
@keyframes rise { from { opacity: 0; transform: translateY(12px) } }
header { display: flex; align-items: center; gap: 4px; padding: 8px 8px 8px 16px; background: var(--accent); color: var(--ink) }
header h2 { flex: 1; margin: 0; font-size: 1.05em; font-weight: 600; overflow-wrap: anywhere }
header button { display: grid; place-items: center; width: 40px; height: 40px; border: 0; border-radius: 8px; background: none; color: inherit }
header button:hover { background: rgb(127 127 127 / .3) } header :focus-visible { outline-color: var(--ink); outline-offset: -3px }
.log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 16px; display: flex; flex-direction: column; gap: 12px }
.log:focus-visible { outline-offset: -3px }
.notice { margin: 0; color: var(--quiet); font-size: .9em }
.turn { max-width: 92%; overflow-wrap: anywhere }
.customer { align-self: flex-end; padding: 8px 12px; border-radius: 14px 14px 4px 14px; background: var(--accent); color: var(--ink); white-space: pre-wrap }
.bot { align-self: flex-start; padding: 10px 12px; border-radius: 14px 14px 14px 4px; background: var(--soft) }
.colleague { border: 1px solid var(--accent); background: var(--paper) } .who { font-weight: 600 }
.launcher.news::after { content: ""; position: absolute; top: 2px; right: 2px; width: 14px; height: 14px; border: 2px solid var(--paper); border-radius: 50%; background: #c4320a }
.bot p { margin: 0 } .said { white-space: pre-wrap }
.bot > * + * { margin-top: 10px } .bot > .hidden + * { margin-top: 0 }
.ref { display: inline-block; min-width: 24px; height: 24px; margin: 0 2px; padding: 0 5px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper);
  font-size: .78em; font-weight: 600; line-height: 20px; vertical-align: .1em; white-space: nowrap }
.sources summary { cursor: pointer; font-size: .9em; color: var(--quiet); padding: 4px 0 }
.sources ol { margin: 4px 0 0; padding-left: 1.6em; font-size: .9em } .sources li + li { margin-top: 10px }
.sources blockquote { margin: 2px 0; white-space: pre-line; padding-left: 8px; border-left: 3px solid var(--line) }
small { display: block; color: var(--quiet); font-size: .85em }
.choices { display: flex; flex-wrap: wrap; gap: 8px } .choices small { width: 100% }
.choice { min-height: 40px; padding: 7px 14px; border: 1px solid var(--line); border-radius: 20px; background: var(--paper); color: var(--text); text-align: left; text-decoration: none }
.choice:hover:not(:disabled) { border-color: var(--text) } .choice:disabled { opacity: .6 }
a.choice { text-decoration: underline; text-underline-offset: 3px }
.card { padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--paper) } .card p { margin-top: 6px }
.reference { font-size: .9em; user-select: all; overflow-wrap: anywhere }
.thumbs { display: flex; align-items: center; gap: 4px } .thumbs .ask { flex: 1 }
.thumb { display: grid; place-items: center; width: 36px; height: 36px; border: 1px solid transparent; border-radius: 8px; background: none }
.thumb:hover { border-color: var(--line) } .thumb[aria-pressed=true] { border-color: var(--text); background: var(--paper) }
.status { padding: 0 16px; color: var(--quiet); font-size: .9em } .status:not(:empty) { padding-bottom: 8px }
.problem { margin: 0 12px 8px; padding: 8px 12px; border-radius: 8px; background: var(--warn-paper); color: var(--warn); font-size: .9em } .problem:empty { display: none }
form { display: flex; align-items: flex-end; gap: 8px; padding: 12px; border-top: 1px solid var(--line) }
textarea { flex: 1; min-width: 0; min-height: 44px; max-height: 30vh; padding: 9px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); resize: none; field-sizing: content }
textarea::placeholder { color: var(--quiet); opacity: 1 }
.send { display: grid; place-items: center; width: 44px; height: 44px; flex: none; border: 0; border-radius: 10px; background: var(--accent); color: var(--ink) }
.send:disabled { background: var(--soft); color: var(--quiet) }
@media (prefers-reduced-motion: reduce) { *, *::before { animation: none !important; transition: none !important; scroll-behavior: auto !important } }
@media (forced-colors: active) { .launcher, .send, .customer, .bot, .thumb[aria-pressed=true] { border: 1px solid } }
`
