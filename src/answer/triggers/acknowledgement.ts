/** That something was heard, declined or found, in four languages, and nothing else: it waits for no answer. */
export const isAcknowledgement = (words: string): boolean => ONLY.test(words)

const WORDS = [
  String.raw`ok|okay|okey|k|kk|alright|all right|right|fine|good|great|cool|nice|perfect|lovely|super|brilliant|sure|noted|got it|gotcha|i see|understood|makes sense|fair enough|no worries|no problem|never ?mind|forget it|that helps|that helped|that works|all good|all sorted|sorted|nothing else|no more questions|no that's all|that's all|that's it|that is all|that is it|thats all|thats it|no|nope|nah|yes|yeah|yep|yup|hm+|ah+|oh+|aha|lol|haha+|wow|then|now|for now|i'm good|im good|i'm done|no thanks|not now|later|maybe later|one moment|hang on|wait|thanks|thank you`,
  String.raw`okay|alles klar|klar|gut|super|prima|passt|verstanden|verstehe|ach so|achso|aha|ja|nein|nee|nö|egal|schon gut|stimmt|genau|in ordnung|nein danke|das war's|das wars|das war alles|sonst nichts|nichts weiter|moment|danke|dann|na|so`,
  String.raw`d'accord|entendu|compris|je vois|très bien|parfait|super|bien|bon|oui|non|ah bon|c'est bon|c'est tout|rien d'autre|pas grave|laissez tomber|merci|ça marche|non merci|tant pis`,
  String.raw`vale|de acuerdo|entendido|comprendo|ya veo|muy bien|perfecto|genial|bien|bueno|sí|si|no|eso es todo|nada más|da igual|no importa|gracias|no gracias|listo|ah`,
].join('|')
const ONLY = new RegExp(`^(?:(?:${WORDS})(?: |$))+$`, 'u')
