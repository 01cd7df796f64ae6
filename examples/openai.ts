import OpenAI from 'openai'
import { QUESTION, VOUCH_KEY, VOUCH_URL } from './where'

/** The official client of OpenAI, unmodified: Vouch is “the model”. */
const openai = new OpenAI({ baseURL: `${VOUCH_URL}/v1`, apiKey: VOUCH_KEY })

const completion = await openai.chat.completions.create({
  model: 'vouch',
  messages: [{ role: 'user', content: QUESTION }],
})
const message = completion.choices[0]?.message
console.log(message?.content)
for (const { url_citation: cited } of message?.annotations ?? []) console.log(`${cited.title}: ${cited.url}`)
