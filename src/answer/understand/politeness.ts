import { languageOf, type Language } from '../../retrieval/analyze'
import { termsOf } from '../terms'

interface Politeness {
  /** What a message opens with before it comes to its question. */
  opens: RegExp
  /** What it closes with after it. */
  closes: RegExp
}

/**
 * The question without greeting, thanks and “could you please tell me”: they say nothing of what is asked. What would leave
 * nothing to look up is left as it is.
 */
export function withoutPoliteness(question: string, locale: string): string {
  const { opens, closes } = POLITENESS[languageOf(locale)]
  let rest = question.trim()
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(opens, '').replace(closes, '').trim()
  }
  return termsOf(rest, locale).size > 0 ? rest : question.trim()
}

const POLITENESS: Record<Language, Politeness> = {
  en: {
    opens:
      /^(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day)|dear (?:sir|madam|team|all|support)|greetings)(?: (?:there|all|team|guys|everyone|again|folks))?(?=[\s,.!:;)-])[\s,.!:;)-]*|(?:thanks|thank you|cheers|ok(?:ay)?|great|perfect|cool|right|sorry|excuse me|please|well|oh|um+|actually|quick question|just a (?:quick )?question|one (?:more|quick) (?:thing|question))(?=[\s,.!:;-])[\s,.!:;-]*(?:(?:so|very) much[\s,.!]*|a lot[\s,.!]*)?|(?:could|can|would|will) you (?:please |kindly |possibly )*(?:tell me|let me know|explain(?: to me)?|advise(?: me)?|confirm|clarify|help me (?:with|understand|find out))(?: please)?[\s,]*(?:about|if|whether)?\s+|(?:please )?(?:tell me|let me know|advise|confirm)(?: please)?[\s,]+(?:about |if |whether )?|i(?:'d| would)? (?:just )?(?:like|want|wish|need)(?:ed)? to (?:know|ask|find out|check|understand)[\s,]*(?:about|if|whether)?\s+|i(?:'m| am|'ve been| was) (?:just )?wondering[\s,]*(?:about|if|whether)?\s+|(?:do you|does anyone|would you) (?:happen to )?know[\s,]+(?:if |whether )?|(?:may|can|could) i (?:please )?ask[\s,]+(?:you )?(?:if |whether |about )?|(?:a |my )?question(?: for you)?[:,-]\s*|any (?:idea|chance) (?:if |whether )?(?=\p{L}))/iu,
    closes:
      /(?:[\s,.!;-]+(?:please|pls|thanks?(?: you)?|cheers|many thanks|ta|kind regards|best regards|regards|thank you)(?: (?:so|very) much| a lot| in advance| for your help| again)?(?:,? \p{Lu}\p{L}+)?[\s.!:)]*|[\s,]+(?:if (?:you|that)(?:'s| is| are)? (?:don't mind|ok|okay|possible))[\s.!?]*)$/iu,
  },
  de: {
    opens:
      /^(?:(?:hallo|hi|guten (?:tag|morgen|abend)|moin|servus|grüß gott|sehr geehrte damen und herren|liebes team)(?=[\s,.!])[\s,.!]*|(?:danke|vielen dank|ok|okay|entschuldigung|bitte)(?=[\s,.!])[\s,.!]*|(?:können|könnten|würden) sie mir (?:bitte )?(?:sagen|erklären|mitteilen)[\s,]+|(?:kannst|könntest) du mir (?:bitte )?(?:sagen|erklären)[\s,]+|ich (?:möchte|würde gerne?|wollte) (?:gerne? )?(?:wissen|fragen)[\s,]+|wissen sie[\s,]+)/iu,
    closes:
      /[\s,.!-]+(?:bitte|danke|vielen dank|besten dank|danke (?:schön|sehr|im voraus)|mit freundlichen grüßen|liebe grüße|vg|lg)(?: im voraus)?[\s.!]*$/iu,
  },
  fr: {
    opens:
      /^(?:(?:bonjour|bonsoir|salut|madame, monsieur|bonjour à tous)(?=[\s,.!])[\s,.!]*|(?:merci|d'accord|ok|pardon|excusez-moi)(?=[\s,.!])[\s,.!]*|(?:pouvez|pourriez)-vous (?:me dire|m'indiquer|m'expliquer)[\s,]*(?:si\s+)?|je (?:voudrais|souhaite|souhaiterais|veux|aimerais) savoir[\s,]*(?:si\s+)?)/iu,
    closes:
      /[\s,.!-]+(?:s'il vous plaît|s'il te plaît|svp|stp|merci(?: beaucoup| d'avance| bien)?|cordialement)[\s.!]*$/iu,
  },
  es: {
    opens:
      /^(?:(?:hola|buenos días|buenas(?: tardes| noches)?|estimados señores)(?=[\s,.!])[\s,.!]*|(?:gracias|vale|ok|perdón|disculpe)(?=[\s,.!])[\s,.!]*|(?:puede|puedes|podría|podrían|podrías) (?:decirme|indicarme|explicarme)[\s,]*(?:si\s+)?|(?:quisiera|quiero|me gustaría) saber[\s,]*(?:si\s+)?)/iu,
    closes: /[\s,.!-]+(?:por favor|gracias|muchas gracias|un saludo|saludos)(?: de antemano)?[\s.!]*$/iu,
  },
}
