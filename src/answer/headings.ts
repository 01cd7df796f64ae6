import type { Passage } from '../retrieval/types'
import { stripMarkdown } from './markdown'
import type { Unit } from './units'

/**
 * What turns the meaning of what stands under it: that it is not so, not allowed, left out, or holds on a condition. Words of a
 * closed class, in the languages that answers are given in; a heading that holds one is shown with every unit under it.
 */
const RESTRICTS =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|nor|neither|without|cannot|\p{L}+n't|don['’]?t|un(?:available|supported|covered|suitable|acceptable|authori[sz]ed|safe)|exclu\p{L}+|except\p{L}*|exempt\p{L}*|prohibit\p{L}*|forbid\p{L}*|bann?ed|refus\p{L}+|reject\p{L}*|declin\p{L}+|avoid|stop|only|unless|if|when|limits?|limitations?|restrict\p{L}*|warnings?|danger\p{L}*|mistakes?|wrong|bad|kein\p{L}*|nicht|nie(?:mals)?|ohne|außer|ausgeschlossen|ausgenommen|ausnahmen?|ausschl\p{L}+|verbot\p{L}*|verboten\p{L}*|untersagt|unzulässig\p{L}*|nur|wenn|falls|warnung\p{L}*|grenzen|vermeiden|pas|non|jamais|aucun\p{L}*|sans|sauf|exclu\p{L}*|exceptions?|interdi\p{L}+|refus\p{L}*|uniquement|seulement|si|limites?|éviter|nunca|ning[uú]n\p{L}*|sin|salvo|excepto|excepciones|excluid\p{L}*|exclusiones|prohibid\p{L}*|solo|sólo|únicamente|límites?|evitar)(?![\p{L}\p{N}])/iu

/** Whether what stands under a heading would say something else without it. */
export const restricts = (heading: string): boolean => RESTRICTS.test(heading.replaceAll('’', "'"))

/** Where a unit stands: the headings over it, outermost first, those within its own text too. */
export function headingPathOf(passage: Pick<Passage, 'headingPath' | 'text'>, { heading }: Unit): string[] {
  if (!heading) return passage.headingPath
  return [...passage.headingPath, stripMarkdown(passage.text.slice(heading.start, heading.end))]
}

/**
 * The headings that must be said with a unit, outermost first: of an item or row the innermost, which it continues; of any unit
 * those that restrict it, the title of a policy among them. The title of an FAQ is what was asked.
 */
export function headingsToSay(
  passage: Pick<Passage, 'headingPath' | 'text' | 'document'>,
  unit: Unit,
): string[] {
  const { collection, title } = passage.document
  // Its first heading often says the title again.
  const path = headingPathOf(passage, unit).filter((heading) => heading !== title)
  const continues = unit.kind === 'item' || unit.kind === 'row'
  return [
    ...(collection === 'policies' && restricts(title) ? [title] : []),
    ...path.filter((heading, i) => restricts(heading) || (continues && i === path.length - 1)),
  ]
}
