const WH = /\b(?:how|what|when|where|who|whom|why|which|whose|what's|whats|how's|when's|where's|who's)\b/i
const FRAME =
  /^(?:is|are|am|was|were|do|does|did|can|could|may|might|will|would|shall|should|must|have|has|had|isn't|aren't|don't|doesn't|can't|won't)\b/i
const BEGINS_WH = new RegExp(
  String.raw`^(?:(?:for|to|in|on|with|from|at|by|until|since|under|within) )?${WH.source}`,
  'i',
)
/** An order, or a verb that tells: “have no rules”, “do not …”. */
const NO_QUESTION = /^(?:have|has|had|must|do|may|might) (?:no|not|a|an|to|been|had|got|never)\b/i
/** A clause that only says when or where something else was. */
const TELLS_WHEN = /^(?:when|where|which|who|what|how) (?:i|we|he|she|they|my|our|it|was|were)\b(?!.*\?)/i

/** Whether it holds an asking frame of its own: a question word, or a verb before its subject. */
export const asksItself = (question: string): boolean => FRAME.test(question.trim()) || WH.test(question)

/** Whether it begins as questions do. */
export const beginsAsking = (text: string): boolean =>
  (FRAME.test(text.trim()) || BEGINS_WH.test(text.trim())) &&
  !TELLS_WHEN.test(text.trim()) &&
  !NO_QUESTION.test(text.trim())
