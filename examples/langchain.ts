import { createVouch } from '../packages/client/src/index'
import { createVouchTool, VouchRetriever } from '../packages/client/src/langchain'
import { QUESTION, VOUCH_KEY, VOUCH_URL } from './where'

/** LangChain.js: a retriever for chains, and a tool for agents. */
const client = createVouch({ baseUrl: VOUCH_URL, apiKey: VOUCH_KEY })

for (const { pageContent, metadata } of await new VouchRetriever({ client }).invoke(QUESTION))
  console.log(`${metadata['document'].title}: “${pageContent}”`)

console.log(await createVouchTool({ client }).invoke({ question: QUESTION }))
