import { createVouch } from '../packages/client/src/index'
import { QUESTION, VOUCH_KEY, VOUCH_URL } from './where'

/** The client of packages/client: sentences as they come, then what they rest on. */
const vouch = createVouch({ baseUrl: VOUCH_URL, apiKey: VOUCH_KEY })

for await (const event of vouch.stream({ question: QUESTION })) {
  if (event.type === 'sentence') console.log(event.sentence.text)
  if (event.type !== 'done') continue
  const { answer } = event
  if (answer.outcome === 'answered')
    for (const { number, document, version } of answer.citations)
      console.log(`[${number}] ${document.title}, version ${version}`)
  else console.log(`${answer.outcome}: ${answer.message}`)
}
