import type { Trigger } from '../types'
import { patternsOf } from './languages/registry'
import { firstSign, type Sign } from './signs'

/** The customer wants a person instead of the bot, in English, German, French or Spanish. */
export const asksForPerson: Trigger = ({ question }) => {
  const evidence = firstSign(question, SIGNS, NOT_A_REQUEST)
  return evidence ? { reason: 'asks_for_person', evidence, urgency: 'normal' } : null
}

/** Declined ("you don't need to transfer me") or asked about as a rule ("do I need to speak to an adviser to ..."). */
const NOT_A_REQUEST =
  /\b(?:no need|do not|don't|needn't|never)(?: need to| have to| want to)? (?:be )?(?:transfer|connect|put|pass)|\bdo (?:i|we|you) (?:need|have) (?:to (?:speak|talk|call|ring)|an? (?:agent|adviser|advisor|representative|broker))|\b(?:opening|what|which) (?:hours|times?)\b|\bwhen can (?:i|we)\b/

const PERSON =
  '(?:persons?|people|human(?: being)?s?|agents?|representatives?|reps?|advis[oe]rs?|operators?|supervisors?|managers?|bosses|boss|colleagues?|bankers?|some(?:one|body)(?: else)?|anyone|member of (?:the )?(?:staff|team)|staff|specialists?|consultants?|employees?|(?:bank |support )?workers?|reception(?:ist)?|front desk|(?:customer|support) (?:service|care|team))'
/** Up to three words between a verb and the person: "your", "a real", "the card". */
const WORDS = String.raw`(?:(?:[\w'-]+) ){0,3}?`

const english = (source: string): Sign => ({ pattern: new RegExp(source), evenInQuestion: true })

const SIGNS: readonly Sign[] = [
  ...patternsOf('asksForPerson').map((pattern) => ({ pattern, evenInQuestion: true })),
  english(String.raw`\b(?:speak|talk|chat)(?: \w+)? (?:to|with|w\/) ?${WORDS}${PERSON}\b`),
  english(
    String.raw`\b(?:speaking|talking) (?:to|with) (?:an? )?(?:real |actual |live )(?:person|human|agent)\b`,
  ),
  english(
    String.raw`\b(?:put|pass|hand|get) (?:me|us) (?:straight |over |on )?(?:through|(?:to|with) ${WORDS}${PERSON})\b`,
  ),
  english(String.raw`\b(?:transfer|connect|redirect) (?:me|us)(?: \w+)? (?:to|with)\b`),
  english(
    String.raw`\b(?:transfer|connect|forward|escalate|hand) (?:this|it|my (?:call|case|query|chat))(?: over)? to ${WORDS}(?:${PERSON}|team|department)\b`,
  ),
  { pattern: /\b(?:please|want to|can you|could you|need to) escalate\b/ },
  english(
    String.raw`\b(?:give|get|find|send|fetch|bring) (?:me|us) (?:an? |your |the |some )?(?:\w+ )?${PERSON}\b`,
  ),
  english(String.raw`\b(?:get|have|put) (?:[\w'-]+ ){1,4}on the (?:line|phone)\b`),
  english(
    String.raw`\b(?:want|need|prefer|demand|rather have|like) (?:an? )?(?:real |actual |live |normal )?(?:human|real person|live person|(?:live |human |real )agent|operator|representative)\b`,
  ),
  english(
    String.raw`(?:^|[,.!?] )(?:\w+ )?(?:agents?|humans?|representative|operator|(?:real |live )person|supervisor|advis[oe]r)(?: (?:please|pls|plz|now|asap))+\b`,
  ),
  english(
    String.raw`^(?:(?:an? |live |real |human |please |customer |support )*)(?:agent|human|representative|operator|person|advis[oe]r)[.!? ]*$`,
  ),
  english(
    String.raw`\b(?:don't|dont|do not|won't) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:an? |the |this |your |some |any )?(?:stupid )?(?:bots?|chat ?bots?|robots?|machines?|ai|computers?|you)(?=[.,!?]|$)`,
  ),
  english(
    String.raw`\b(?:no more|stop with the|enough of the|not an?other) (?:chat)?(?:bots?|robots?|machines?)\b`,
  ),
  english(
    String.raw`\b(?:not|don't feel|dont feel|do not feel) comfortable [\w ']{0,40}\b(?:machine|bot|robot|computer|ai)\b`,
  ),
  english(
    String.raw`\b(?:can|could|please have|get|have|want|need) (?:someone|somebody|an? (?:person|human|agent)|anyone)(?: else)?(?: please)?(?: to)? (?:call|ring|phone|contact|help|take a look|look at|take over|assist|confirm)\b`,
  ),
  english(String.raw`\b(?:please )?call me back\b`),
  english(
    String.raw`\b(?:is|isn't|are) there (?:an? |any )?(?:\w+ )?${PERSON}(?: there| here| at all)? (?:that |whom? )?(?:i|we) (?:can|could|may) (?:ring|call|phone|talk|speak|chat|contact|reach|write)\b`,
  ),
  english(
    String.raw`\b(?:ring|call|chat (?:to|with)|talk (?:to|with)|speak (?:to|with)|contact)\b[^.?!]{0,25}\b(?:real|actual|live|human) (?:person|human|being|agent)\b`,
  ),
  english(String.raw`\b(?:speak|talk) (?:directly )?to (?:someone|somebody|anybody|anyone)\b`),
  english(
    String.raw`\b(?:refund|help|answer|that)[\w ]{0,12} (?:from|by) (?:an? )?(?:real |human |live |actual )?(?:agent|person|human)\b`,
  ),
  english(
    String.raw`\breach (?:an?|your|a real|one of your) (?:other |live |human |real )?(?:agents?|person|human|representative)`,
  ),
  // German
  english(
    String.raw`\bmit (?:einem?r?n?|dem|jemandem|ihrem|ihrer)?\s?(?:echten |richtigen |menschlichen |anderen )?(?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|person|kolleg(?:en|in)|kundenberater|jemandem|vorgesetzten) (?:sprechen|reden|chatten|telefonieren|verbinden|verbunden)`,
  ),
  english(
    String.raw`\b(?:verbinden sie mich|verbinde mich|stellen sie mich durch|menschen? bitte|mitarbeiter bitte|echter? mensch)\b`,
  ),
  // French
  english(
    String.raw`\b(?:parler|discuter|échanger) (?:à|a|avec) (?:une? |quelqu'un|votre |un vrai |une vraie )(?:vraie? )?(?:humain|être humain|personne|conseill(?:er|ère)|agent|responsable|collègue)?`,
  ),
  english(
    String.raw`\b(?:passez-moi|mettez-moi en (?:relation|contact)|(?:un |une )?(?:conseiller|humain|vraie personne) (?:svp|s'il vous pla[iî]t))`,
  ),
  // Spanish
  english(
    String.raw`\b(?:hablar|chatear|comunicarme) con (?:una? |alguien|el |la |su |un )\s?(?:persona|humano|agente|representante|asesor|operador|encargado|supervisor|ser humano|real)?`,
  ),
  english(
    String.raw`\b(?:p[aá]s[ae]me con|con[eé]cte(?:me|nme) con|quiero (?:un agente|un humano|una persona)|(?:agente|persona real|humano) por favor)`,
  ),
]
