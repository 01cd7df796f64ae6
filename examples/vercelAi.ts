import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { streamText } from 'ai'
import { QUESTION, VOUCH_KEY, VOUCH_URL } from './where'

/** The Vercel AI SDK, streaming. */
const vouch = createOpenAICompatible({ name: 'vouch', baseURL: `${VOUCH_URL}/v1`, apiKey: VOUCH_KEY })

const { textStream } = streamText({ model: vouch('vouch'), prompt: QUESTION })
for await (const text of textStream) process.stdout.write(text)
process.stdout.write('\n')
