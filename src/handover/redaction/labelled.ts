import { deu, eng, fra, spa } from 'stopword'
import type { Secret } from './types'

/** What is secret by the word before it: codes and passwords, in English, German, French and Spanish. */
export const labelledIn = (text: string): Secret[] => [
  ...codesIn(text),
  ...passwordsIn(text),
  ...idsIn(text),
  ...keysIn(text),
]

const word = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`

const CODE = word(
  [
    'c[vs]c ?2?|cvv ?2?|cv2|cvn|cid',
    '(?:card )?(?:security|verification) (?:code|number|value)',
    'pins?(?:[ -]?(?:code|number|nummer))?|passcode|otp',
    '(?:one[ -]time|sms|auth|authentication|login|access|unlock|secret|2fa) (?:code|pin|number)',
    '(?:sms|push|photo|m|i|chip)?-?tan(?:-?nummer)?|geheim(?:zahl|nummer|code)|(?:karten)?prüf(?:ziffer|nummer)|pr(?:ue)f(?:ziffer|nummer)',
    '(?:sicherheits|zugangs|bestätigungs|freischalt|einmal|verifizierungs)-?(?:code|nummer)',
    "code (?:pin|secret|confidentiel|de sécurité|de securite|de vérification|de verification|sms|d'accès|à usage unique)",
    'cryptogramme(?: visuel)?',
    'c[oó]digo (?:pin|secreto|de seguridad|de verificaci[oó]n|de acceso|sms)|n[uú]mero secreto|nip',
  ].join('|'),
)
/** What may stand between a label and its value. */
const LINK = String.raw`(?:\s+(?:number|code|nummer|nr\.?|no\.?|is|was|ist|lautet|war|est|était|es|era|now|jetzt|just))*\s*[:=#>(\["'“„«-]*\s*`

const LABELLED_CODE = new RegExp(
  `(?<label>${CODE}${LINK})(?<value>\\d(?:[^\\p{L}\\p{N}\\n]{0,2}\\d){2,7})(?!\\d)`,
  'giu',
)

const codesIn = (text: string): Secret[] =>
  Array.from(text.matchAll(LABELLED_CODE), (match) => secretOf('security code', match, '[code]'))

const STRONG = String.raw`pass ?words?|pass ?phrases?|passwd|pswd|pwd|pw|passw[oö]rt(?:er)?|kennw[oö]rt(?:er)?|losungswort|geheimwort|codewort|zugangswort|mots? de passe|mdp|mot secret|contraseñas?|contrasenas?|palabra (?:clave|secreta)|memorable word|secret word`
/** Words that mean much beside: only what looks like a secret is taken behind them. */
const WEAK = String.raw`clave(?: (?:secreta|de acceso))?|pass|secret|token|api[ -]?key|access key|schlüssel|clef?|passcode|login|zugangsdaten`
const SIGN = String.raw`(?:[:=]|->|=>)`
const VERB = String.raw`(?:is|was|ist|lautet|war|est|était|es|era)`
const QUOTED = String.raw`["“„«'][^"”“»'\n]{1,80}["”“»']`
const LABEL = `(?<strong>${word(STRONG)})|(?<weak>${word(WEAK)})`
const PASSWORD = new RegExp(
  `(?:${LABEL})(?<link>\\s*${SIGN}\\s*|\\s+${VERB}(?:\\s*${SIGN})?\\s+|\\s+)(?<rest>${QUOTED}|\\S+(?:[ \\t]+\\S+){0,3})`,
  'giu',
)
const BEFORE_LABEL = new RegExp(
  `(?<label>)(?<value>\\S{3,})(?=\\s+${VERB}\\s+(?:my|our|the|mein\\p{L}*|unser\\p{L}*|das|die|der|mon|ma|le|la|mi|el)\\s+(?:\\p{L}+\\s+)?(?:${word(STRONG)}|${CODE}))`,
  'giu',
)

function passwordsIn(text: string): Secret[] {
  const behind = Array.from(text.matchAll(PASSWORD), (match) => passwordOf(match))
  const before = Array.from(text.matchAll(BEFORE_LABEL), (match) =>
    looksSecret(match.groups?.['value'] ?? '') ? secretOf('password', match, '[password]') : null,
  )
  return [...behind, ...before].flatMap((secret) => secret ?? [])
}

/** The first word behind the label, past words that say something of the password: “is still hunter2”. */
function passwordOf(match: RegExpMatchArray): Secret | null {
  const { strong, link = '', rest = '' } = match.groups ?? {}
  const from = (match.index ?? 0) + match[0].length - rest.length
  const given = new RegExp(SIGN).test(link)
  if (given || /^["“„«']/.test(rest)) {
    const value = new RegExp(`^(?:${QUOTED}|\\S+)`, 'u').exec(rest)?.[0] ?? rest
    if (strong || given || looksSecret(value)) return passwordAt(from, value)
  }
  const words = Array.from(rest.matchAll(/\S+/g))
  const first = words.findIndex(([value]) => !saysOfIt(value))
  const value = words[first]
  if (!value) return null
  const certain = Boolean(strong) && first === 0 && link.trim() !== ''
  return certain || looksSecret(value[0]) ? passwordAt(from + value.index, value[0]) : null
}

const passwordAt = (start: number, value: string): Secret => ({
  kind: 'password',
  start,
  end: start + value.length,
  shown: '[password]',
})

const STOP_WORDS = new Set([...eng, ...deu, ...fra, ...spa])
const SAYS_OF_IT =
  /^(?:not|wrong|incorrect|invalid|expired|forgotten|lost|rejected|refused|blocked|locked|correct|required|reset|changed|falsch|ungültig|abgelaufen|vergessen|gesperrt|richtig|incorrecte?|invalide|expirée?|oubliée?|perdue?|refusée?|bloquée?|incorrecta|inválida|caducada|olvidada|perdida|bloqueada|correcta)$/i

const saysOfIt = (value: string): boolean => {
  const bare = value.toLowerCase().replace(/[.,!?;:)]+$/, '')
  return STOP_WORDS.has(bare) || SAYS_OF_IT.test(bare)
}

/** Nobody writes words so: with a digit or a sign inside, or capitals behind small letters. */
function looksSecret(value: string): boolean {
  const bare = value.replace(/^[("'“„«]+|[).,!?;:"'”»]+$/g, '')
  if (/^\d{1,2}$/.test(bare)) return false
  return /\d/.test(bare) || /\p{Ll}\p{Lu}/u.test(bare) || /[\p{L}\p{N}][!$%&*#@^~+=][\p{L}\p{N}]?/u.test(bare)
}

const SSN_LABEL = word(String.raw`ssn|social security(?: (?:number|no\.?))?`)

/** US social security numbers: by their shape, or in any shape behind their name. */
const NATIONAL_IDS = [
  /(?<label>)(?<value>(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-]))/g,
  new RegExp(`(?<label>${SSN_LABEL}${LINK})(?<value>\\d(?:[^\\p{L}\\p{N}]{0,2}\\d){8})(?!\\d)`, 'giu'),
]

const idsIn = (text: string): Secret[] =>
  NATIONAL_IDS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => secretOf('national id', match, '[national id]')),
  )

/** Keys of this API, bearer tokens and signed tokens, which are secret by their shape. */
const KEY =
  /(?<label>(?:(?<=\bbearer )|(?<![\w-])))(?<value>vch_[\w-]{20,}|sk-[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)/giu
const keysIn = (text: string): Secret[] =>
  Array.from(text.matchAll(KEY), (match) => secretOf('password', match, '[key]'))

function secretOf(kind: Secret['kind'], match: RegExpMatchArray, shown: string): Secret {
  const { label = '', value = '' } = match.groups ?? {}
  const start = (match.index ?? 0) + label.length
  return { kind, start, end: start + value.length, shown }
}
