import { personOffers } from '../messages'
import { plain } from '../reading/readings'
import type { AskingBot, Escalation, Turn } from '../types'

/** A "yes" to the bot's own offer of a person asks for one, in whatever language either was said. */
export function acceptsOffer(turn: Turn, { next }: Pick<AskingBot, 'next'>): Escalation | null {
  const { question, messages } = turn
  const last = messages.findLast(({ content }) => plain(content) !== plain(question))
  if (last?.role !== 'assistant' || !YES.test(bareWords(question))) return null
  const own = next?.kind === 'person' && next.words ? [next.words] : []
  const said = plain(last.content)
  if (![...personOffers(), ...own].some((offer) => said.includes(plain(offer)))) return null
  return { reason: 'asks_for_person', evidence: question.slice(0, 100), urgency: 'normal' }
}

const bareWords = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Yes, as people say it, and nothing else. */
const ASSENT = [
  String.raw`yes|yeah|yep|yup|ya|y|ok|okay|sure|please|pls|plz|do|do it|do that|go ahead|go on|go for it|fine|alright|all right|i would|i would like that|i'd like that|that would be (?:great|good|nice|helpful)|of course|definitely|absolutely|connect me|pass me over|yes i do|colleague|person|thanks|thank you|then`,
  String.raw`ja|jo|jep|gern|gerne|bitte|natürlich|klar|in ordnung|genau|unbedingt|machen sie das|mach das|das wäre (?:gut|schön|nett)|danke|verbinden`,
  String.raw`oui|ouais|d'accord|volontiers|bien sûr|s'il vous plaît|s'il te plaît|svp|stp|je veux bien|avec plaisir|merci|allez-y`,
  String.raw`sí|si|vale|claro|por favor|de acuerdo|adelante|por supuesto|gracias|quiero|lo prefiero`,
].join('|')
const YES = new RegExp(String.raw`^(?:(?:${ASSENT})(?: |$))+$`, 'u')
