import { languageOf, type Language } from '../../retrieval/analyze'

/** Whether a sentence cannot be understood without the one before it: it begins with what points back. */
export const pointsBack = (sentence: string, locale: string): boolean =>
  POINTS_BACK[languageOf(locale)].test(sentence.replace(/^[*_("“„«]+/, '').toLowerCase())

const POINTS_BACK: Record<Language, RegExp> = {
  en: /^(?:it|its|it's|this|that|they|them|their|these|those|he|she|his|her|both|neither|either|each of (?:them|these)|otherwise|however|but|instead|then|in (?:that|this|such|either|both) cases?|if (?:so|not)|such|the same|so|also|after that|until then|except|unless|or)(?![\p{L}'-])/u,
  de: /^(?:er|sie|es|dies|diese[mnrs]?|das|deren|dessen|beide[nrs]?|sonst|andernfalls|jedoch|aber|stattdessen|dann|danach|in (?:diesem|jedem|beiden) f[aä]ll(?:en)?|falls (?:ja|nein|nicht)|solche[nrs]?|dasselbe|auch|dafür|davon|darin|dort)(?!\p{L})/u,
  fr: /^(?:il|elle|ils|elles|cela|ça|ce|ceci|celui-ci|celle-ci|ceux-ci|celles-ci|sinon|toutefois|cependant|mais|ensuite|dans ce cas|si oui|si non|les deux|aussi)(?!\p{L})/u,
  es: /^(?:él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ambos|ambas|si no|de lo contrario|sin embargo|pero|entonces|después|en (?:ese|este|tal) caso|también)(?!\p{L})/u,
}
