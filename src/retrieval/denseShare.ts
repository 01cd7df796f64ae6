import type { EmbeddingModel } from './types'

/** Of the dense leg's weight, for a question in a language that the model was not trained for (docs/adr/0010). */
const FOREIGN = 0.6

/** How much of the dense leg's weight counts for a question of this locale, 0 to 1: a property of the model. */
export const denseShare = (model: Pick<EmbeddingModel, 'languages'> | null, locale: string): number => {
  const [language = ''] = locale.toLowerCase().split(/[-_]/)
  return !model?.languages || model.languages.includes(language) ? 1 : FOREIGN
}
