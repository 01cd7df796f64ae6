/**
 * What turns the meaning of what stands under it: that it is not so, not allowed, left out, or holds on a condition. Words of a
 * closed class, in the languages that answers are given in; a heading that holds one is shown with every unit under it.
 */
const RESTRICTS =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|nor|neither|without|cannot|\p{L}+n't|don['’]?t|un(?:available|supported|covered|suitable|acceptable|authori[sz]ed|safe)|exclu\p{L}+|except\p{L}*|exempt\p{L}*|prohibit\p{L}*|forbid\p{L}*|bann?ed|refus\p{L}+|reject\p{L}*|declin\p{L}+|avoid|stop|only|unless|if|when|limits?|limitations?|restrict\p{L}*|warnings?|danger\p{L}*|mistakes?|wrong|bad|kein\p{L}*|nicht|nie(?:mals)?|ohne|außer|ausgeschlossen|ausgenommen|ausnahmen?|ausschl\p{L}+|verbot\p{L}*|verboten\p{L}*|untersagt|unzulässig\p{L}*|nur|wenn|falls|warnung\p{L}*|grenzen|vermeiden|pas|non|jamais|aucun\p{L}*|sans|sauf|exclu\p{L}*|exceptions?|interdi\p{L}+|refus\p{L}*|uniquement|seulement|si|limites?|éviter|nunca|ning[uú]n\p{L}*|sin|salvo|excepto|excepciones|excluid\p{L}*|exclusiones|prohibid\p{L}*|solo|sólo|únicamente|límites?|evitar)(?![\p{L}\p{N}])/iu

/** Whether what stands under a heading would say something else without it. */
export const restricts = (heading: string): boolean => RESTRICTS.test(heading.replaceAll('’', "'"))

const NEGATES =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|cannot|without|\p{L}+n't|exclu\p{L}+|except\p{L}*|kein\p{L}*|nicht|ausgeschlossen|ausgenommen|pas|aucun\p{L}*|sauf|exclu\p{L}*|excepto|excluid\p{L}*|prohibid\p{L}*)(?![\p{L}\p{N}])/iu

/** Whether words say, or ask, what is not so. */
export const negates = (text: string): boolean => NEGATES.test(text.replaceAll('’', "'"))
