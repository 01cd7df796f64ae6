import { plain } from './signs'

/** What kind of talk has nothing to do with the company's text; each gets a friendly sentence of its own. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'about_bot' | 'other'

/** Small talk and requests for other work (poems, code, weather), or null when it may be a real question. */
export const outOfScope = (question: string): SmallTalk | null => {
  const words = plain(question)
    .replace(/[^\p{L}\p{N}' +*/=-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (COURTESY_ONLY.test(words)) return courtesy(words)
  if (ABOUT_BOT.some((pattern) => pattern.test(words))) return 'about_bot'
  return OTHER_WORK.some((pattern) => pattern.test(words)) ? 'other' : null
}

const THANKS = String.raw`(?:thanks?(?: you)?(?: (?:so|very) much| a lot| again| for (?:your|the|all your|all the) (?:help|time|answer|info\w*))?|thx|cheers|ta|much appreciated|danke(?: schön)?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias)`
const GOODBYE = String.raw`(?:bye(?: bye)?|good ?bye|see (?:you|ya)(?: later)?|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)|that(?:'s| is) all(?: for (?:now|today))?|adios|tschüss|auf wiedersehen|au revoir|adiós|hasta luego)`
const GREETING = String.raw`(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|how's it going|what's up|sup|nice to meet you|hallo|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|hola|buen[oa]s (?:días|dias|tardes|noches))`
const FILLER = String.raw`(?:there|you|to you|all|everyone|team|bot|again|so much|really|very|that was|that's|that is|it was|it|was|helpful|helped|great|perfect|good|lovely|brilliant|awesome|for|your|the|help|and|ok|okay|today|my friend|sir|madam|please|no|yes)`

const COURTESY_ONLY = new RegExp(
  `^(?:${FILLER} )*(?:${THANKS}|${GOODBYE}|${GREETING})(?: (?:${THANKS}|${GOODBYE}|${GREETING}|${FILLER}))*$`,
)

const courtesy = (words: string): SmallTalk => {
  if (new RegExp(`\\b${GOODBYE}\\b`, 'u').test(words)) return 'goodbye'
  return new RegExp(`(?:^| )${THANKS}(?: |$)`, 'u').test(words) ? 'thanks' : 'greeting'
}

const ABOUT_BOT: readonly RegExp[] = [
  /^(?:so |and |ok |hey |hi )?(?:who|what) (?:exactly )?are you(?: exactly| then)?$/,
  /^(?:so |and |ok |hey |hi |wait )?are you (?:an? |the )?(?:really |actually )?(?:bot|robot|chat ?bot|human|real|ai|machine|computer|person|chatgpt|gpt|claude|gemini|alexa|siri|alive|sentient|conscious)\b(?!.*\b(?:account|card|order|fee)\b)/,
  /^what(?:'s| is) your (?:name|favou?rite \w+|age)$|^how old are you$|^who (?:made|created|built|trained|programmed) you$|^which (?:ai|model|llm) (?:are|do) you\b/,
  /^do you (?:have (?:feelings|a soul|emotions|a name)|dream|sleep|love me|like me|speak \w+)$|^(?:can|will) you marry me$|^i love you$/,
  /^(?:wer|was) bist du$|^qui (?:es-tu|êtes-vous)$|^quién eres$/,
]

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
  /^(?:let's |can we |do you want to )?play (?:a |some )?(?:game|chess|trivia|quiz|hangman)\b/,
]
