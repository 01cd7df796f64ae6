/** An answer that was or would be given: how sure, and whether it is right. */
export interface Judged {
  confidence: number
  right: boolean
  /** Whether the texts answer the question at all. */
  answerable: boolean
}

/** Answering whatever is at least as sure as `threshold`. */
export interface RiskPoint {
  threshold: number
  /** Share of all questions that are answered. */
  coverage: number
  /** Share of the answerable questions that are answered. */
  answerableCoverage: number
  /** Share of the answers given that are wrong. */
  risk: number
}

/**
 * The risk-coverage curve (El-Yaniv and Wiener 2010): a point for each confidence at which the line can be drawn, the surest
 * first; equally sure answers come together. @param asked the questions, with those that get no answer at any threshold;
 * the answers unless told.
 */
export const riskCoverage = (
  answers: readonly Judged[],
  asked: { questions: number; answerable: number } = {
    questions: answers.length,
    answerable: answers.filter(({ answerable }) => answerable).length,
  },
): RiskPoint[] => {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence)
  const points: RiskPoint[] = []
  let [wrong, answerableAnswered] = [0, 0]
  sorted.forEach(({ confidence, right, answerable }, i) => {
    if (!right) wrong += 1
    if (answerable) answerableAnswered += 1
    if (sorted[i + 1]?.confidence !== confidence)
      points.push({
        threshold: confidence,
        coverage: (i + 1) / asked.questions,
        answerableCoverage: asked.answerable ? answerableAnswered / asked.answerable : 0,
        risk: wrong / (i + 1),
      })
  })
  return points
}

/** Area under the curve (AURC), over the share that it covers: the mean risk while coverage grows; lower is better. */
export const aurc = (points: readonly RiskPoint[]): number | null => {
  const last = points.at(-1)
  if (!last) return null
  const area = points.reduce(
    (sum, { coverage, risk }, i) => sum + risk * (coverage - (points[i - 1]?.coverage ?? 0)),
    0,
  )
  return area / last.coverage
}

/** Share of the answers that are right when at least `share` of the answerable is answered; null when no line reaches it. */
export const precisionAtCoverage = (points: readonly RiskPoint[], share: number): number | null => {
  const point = points.find(({ answerableCoverage }) => answerableCoverage >= share)
  return point ? 1 - point.risk : null
}

/** The line that answers most while at least the share `precision` of the answers is right; null when none does. */
export const coverageAtPrecision = (points: readonly RiskPoint[], precision: number): RiskPoint | null =>
  points.findLast(({ risk }) => 1 - risk >= precision) ?? null
