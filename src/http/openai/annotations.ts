import type { AnswerResponse } from '../../answer/schema'

type Answered = Extract<AnswerResponse, { outcome: 'answered' }>

/** Where a sentence stands in the message, and a text that it quotes. */
export interface Annotation {
  type: 'url_citation'
  start_index: number
  end_index: number
  url: string
  title: string
}

/** Each sentence with the place at which its words stand in the message. */
export function placedSentences({ message, sentences }: Answered) {
  let from = 0
  return sentences.map(({ text, citations }) => {
    const found = message.indexOf(text, from)
    const start = found < 0 ? from : found
    const end = found < 0 ? message.length : found + text.length
    from = end
    return { start, end, citations }
  })
}

/** Who said so, sentence by sentence, as OpenAI's clients show it. @param linkTo where a release is read. */
export const annotationsOf = (answer: Answered, linkTo: (releaseId: string) => string): Annotation[] =>
  placedSentences(answer).flatMap(({ start, end, citations }) =>
    citations.flatMap((number) => {
      const cited = answer.citations.find((each) => each.number === number)
      return cited
        ? [
            {
              type: 'url_citation' as const,
              start_index: start,
              end_index: end,
              url: linkTo(cited.releaseId),
              title: cited.document.title,
            },
          ]
        : []
    }),
  )

/** A message in pieces that end where sentences do, marks included; together they are the message. */
export function piecesOf(answer: AnswerResponse): string[] {
  const { message } = answer
  if (answer.outcome !== 'answered') return [message]
  const starts = [...new Set(placedSentences(answer).map(({ start }) => start))].slice(1)
  const cuts = [0, ...starts, message.length]
  return cuts.slice(1).flatMap((cut, i) => message.slice(cuts[i], cut) || [])
}

/** Tokens that a model was asked for; none were where the texts are quoted. */
export const tokensOf = (answer: AnswerResponse) =>
  (answer.outcome === 'answered' && answer.generation?.usage) || { promptTokens: 0, completionTokens: 0 }
