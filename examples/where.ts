/** Where Vouch is, and the key of a bot; `npm run demo` prints both. */
export const VOUCH_URL = process.env['VOUCH_URL'] ?? 'http://127.0.0.1:3000'
export const VOUCH_KEY = process.env['VOUCH_KEY'] ?? ''
export const QUESTION = process.argv[2] ?? 'How long can I send back a laptop?'

if (!VOUCH_KEY) {
  console.error('Set VOUCH_KEY to a bot’s key: “Create a key” on the bot’s page in the admin makes one.')
  process.exit(1)
}
