import OpenAI from 'openai'
import { beforeAll } from 'vitest'
import type { AnswerResponse } from '../../../src/answer/schema'
import { createBotKey } from '../../../src/commands/botKeys'
import { warmUp } from '../../../src/warmUp'
import type { Bot } from '../../../payload-types'
import { product, publishBackground, serviceOf } from '../background'
import { fetchRoutes } from '../fetchRoutes'
import { useInstallation } from '../installation'

/** The one installation that all faces are tried on, and ways to ask it. */
export const vouch = useInstallation()
export const BASE = 'http://vouch.test'
export let key: string

export const keyOf = async (bot: Partial<Bot> = {}): Promise<string> =>
  createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, (await vouch.bot(bot)).id)

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Magpie Whistle', 41))
  await vouch.publish(product('Linnet Drum', 17))
  key = await keyOf()
  // What a new process loads is no part of what is asked here.
  await warmUp(vouch.deps)
})

export const clientOf = (apiKey = key) =>
  new OpenAI({ apiKey, baseURL: `${BASE}/v1`, fetch: fetchRoutes, maxRetries: 0 })
export type Vouched = { vouch: AnswerResponse }

/** The answer of the API's own route, to compare with. */
export const askDirectly = async (body: object): Promise<AnswerResponse> => {
  const response = await fetchRoutes(`${BASE}/api/v1/answer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as AnswerResponse
}

export const chat = async (
  messages: OpenAI.ChatCompletionMessageParam[],
  o: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> & { vouch?: object } = {},
) => {
  const completion = await clientOf().chat.completions.create({ model: 'vouch', messages, ...o })
  return {
    completion,
    said: completion.choices[0]!.message,
    answer: (completion as unknown as Vouched).vouch,
  }
}
export const user = (content: string) => ({ role: 'user' as const, content })
export const QUESTION = serviceOf('Magpie Whistle')
export const NOBODY_KNOWS = 'What is the Wryneck Opera about?'
export const WANTS_A_PERSON = 'I want to speak to a person'
