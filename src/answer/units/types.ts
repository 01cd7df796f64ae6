/** Offsets into the text that was read. */
export interface Span {
  start: number
  end: number
}

/** A smallest quotable span of a text: a sentence, a whole list item, a step of a procedure, a whole table row. */
export interface Unit extends Span {
  kind: 'sentence' | 'item' | 'step' | 'row' | 'heading' | 'code'
  /**
   * What must be said before it, outermost first: a table's header row, the sentence or item that leads in to a list, what
   * an "it" points to. Without it the unit could say something else.
   */
  leads: readonly Span[]
  /** The headings within the text over it, outermost first. */
  headings: readonly Span[]
  /** Number of the paragraph, table or list that it is part of; a nested list belongs to the list around it. */
  block: number
}
