import { readingsOf } from '../reading/readings'
import type { SmallTalk } from '../types'
import { asksAboutBot } from './aboutBot'
import { isAcknowledgement } from './acknowledgement'

/** Small talk and requests for other work (poems, code, weather), or null when it may be a real question. */
export const outOfScope = (question: string): SmallTalk | null => {
  if (asksAboutBot(question)) return 'about_bot'
  for (const { words } of readingsOf(question)) {
    const kind = smallTalkIn(words)
    if (kind) return kind
  }
  return null
}

const smallTalkIn = (reading: string): SmallTalk | null => {
  const words = reading
    .replace(/[^\p{L}\p{N}' +*/=-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (COURTESY_ONLY.test(words)) return courtesy(words)
  if (isAcknowledgement(words)) return SAYS_THANKS.test(words) ? 'thanks' : 'acknowledged'
  return OTHER_WORK.some((pattern) => pattern.test(words)) ? 'other' : null
}

const THANKS = String.raw`(?:thanks?(?: you)?(?: (?:so|very) much| a lot| again| for (?:your|the|all your|all the) (?:help|time|answer|info\w*))?|thx|cheers|ta|much appreciated|danke(?: schön| sehr| dir| ihnen)?|dankeschön|(?:vielen|herzlichen|besten) dank|merci(?: beaucoup| bien)?|je vous remercie|(?:muchas |mil )?gracias(?: por (?:su|tu|la) (?:ayuda|respuesta))?)`
const SAYS_THANKS = new RegExp(`(?:^| )${THANKS}(?: |$)`, 'u')
const GOODBYE = String.raw`(?:bye(?: bye)?|good ?bye|see (?:you|ya)(?: later)?|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)|that(?:'s| is) all(?: for (?:now|today))?|adios|tschüss|tschüs|ciao|auf wiedersehen|bis (?:bald|dann)|schönen (?:tag|abend)(?: noch)?|au revoir|bonne (?:journée|soirée)|à bientôt|adiós|hasta (?:luego|pronto|mañana)|buen día)`
const GREETING = String.raw`(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|how's it going|what's up|sup|nice to meet you|hallo|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|hola|buen[oa]s (?:días|dias|tardes|noches))`
const FILLER = String.raw`(?:there|you|to you|all|everyone|team|bot|again|so much|really|very|that was|that's|that is|it was|it|was|helpful|helped|great|perfect|good|lovely|brilliant|awesome|for|your|the|help|and|ok|okay|today|my friend|sir|madam|please|no|yes)`

const COURTESY_ONLY = new RegExp(
  `^(?:${FILLER} )*(?:${THANKS}|${GOODBYE}|${GREETING})(?: (?:${THANKS}|${GOODBYE}|${GREETING}|${FILLER}))*$`,
)

const courtesy = (words: string): SmallTalk => {
  if (new RegExp(`\\b${GOODBYE}\\b`, 'u').test(words)) return 'goodbye'
  return SAYS_THANKS.test(words) ? 'thanks' : 'greeting'
}

const WORK =
  '(?:poems?|haikus?|limericks?|stor(?:y|ies)|essays?|songs?|lyrics|rap|code|python|javascript|java|sql|functions?|scripts?|programs?|cover letters?|cv|resumes?|résumés?|jokes?|riddles?|recipes?|speech|blog posts?|homework|tweets?|novel)'

const OTHER_WORK: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:please |can you |could you |would you |i want you to |i need you to |help me (?:to )?|now )*(?:write|compose|generate|draft|code|sing|invent|make up|create)(?: me| us)? (?:an? |some |the |my |another )?(?:[\w-]+ ){0,3}${WORK}\b`,
  ),
  /\b(?:tell|know|got|give|hear)(?: me| us)? (?:an? |any |another |some )(?:\w+ )?(?:jokes?|riddles?|fun facts?|bedtime stor(?:y|ies))\b/,
  /\b(?:what(?:'s| is|s)|how(?:'s| is)) the weather\b|\bweather (?:forecast|like|today|tomorrow)\b|\bwill it (?:rain|snow|be sunny)\b/,
  /^(?:please |can you |could you )*(?:solve|calculate|compute) (?:this |the |my )?(?:equation|maths?|homework|\d)|^what(?:'s| is|s) \d+ ?[-+*/x] ?\d+$/,
  /\b(?:meaning of life|my horoscope|star sign|best (?:movie|film|song|restaurant)s?|recommend (?:me )?an? (?:movie|film|book|restaurant|song)|recipe for|how (?:do|to) (?:i )?(?:cook|bake))\b/,
  /^(?:please |can you |could you )*translate (?!.*\b(?:statement|document|policy|contract)\b).*\b(?:in)?to (?:english|german|french|spanish|italian|chinese|japanese|latin|portuguese)\b/,
  /^(?:bitte |kannst du |können sie |könntest du )*(?:erzähl(?:e|en sie)?|schreibe?|schreiben sie|dichte|sing)(?: mir| uns)?(?: bitte)? (?:einen?|ein|ne) (?:[\p{L}-]+ )?(?:witz|gedicht|geschichte|lied|aufsatz|märchen|programm)|^wie (?:ist|wird) das wetter/u,
  /^(?:s'il te plaît |peux-tu |pouvez-vous |tu peux )*(?:me |nous )?(?:raconte[rz]?|écri(?:s|re|vez)|chante[rz]?|compose[rz]?)(?:-moi|-nous)? (?:une?|des) (?:[\p{L}-]+ )?(?:blague|poème|histoire|chanson|rédaction|programme)|^quel temps (?:fait-il|fera-t-il)/u,
  /^(?:por favor |puedes |puede )*(?:cu[eé]nta(?:me|nos)?|contarme|escr[ií]be(?:me)?|escribir(?:me)?|c[aá]nta(?:me)?) (?:una?|alg[uú]n) (?:[\p{L}-]+ )?(?:chiste|poema|cuento|historia|canci[oó]n|redacci[oó]n|programa)|^(?:qué|que) tiempo (?:hace|hará|va a hacer)/u,
  /^(?:let's |can we |do you want to )?play (?:a |some )?(?:game|chess|trivia|quiz|hangman)\b/,
]
