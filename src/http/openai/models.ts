/** The one model that OpenAI's clients see; which texts it speaks from is the key's bot's to say. */
export const MODEL = 'vouch'

export const vouchModel = { id: MODEL, object: 'model', created: 1_767_225_600, owned_by: 'vouch' } as const
