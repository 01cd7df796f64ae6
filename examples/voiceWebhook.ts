import { createServer, type IncomingMessage } from 'node:http'
import { createVouch, VouchError, type Answer } from '../packages/client/src/index'
import { VOUCH_KEY, VOUCH_URL } from './where'

/**
 * A telephone bot behind a voice platform that posts what a caller said (`SpeechResult`) and reads TwiML, as Twilio does:
 * says the approved answer, listens again, and passes the call on where a person is asked for. A real one checks the
 * platform's signature first.
 */
const vouch = createVouch({ baseUrl: VOUCH_URL, apiKey: VOUCH_KEY, timeoutMs: 8_000, retries: 1 })
const DESK = process.env['DESK_PHONE'] ?? '+15550100'
const SORRY = 'I cannot look that up at the moment. I am connecting you to a colleague.'

const LONGEST_FORM = 64 * 1024

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const part of request) {
    body += String(part)
    if (body.length > LONGEST_FORM) throw new RangeError('The form is too large.')
  }
  return new URLSearchParams(body)
}

const xml = (text: string): string => text.replaceAll(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
/** Marks of citations are for eyes. */
const spoken = (message: string): string => xml(message.replaceAll(/\s*\[\d+\]/g, ''))

const goOn = (answer: Answer): string =>
  answer.outcome === 'escalated'
    ? `<Dial>${xml(DESK)}</Dial>`
    : '<Gather input="speech" action="/voice" method="POST"/>'

async function reply(form: URLSearchParams): Promise<string> {
  const question = form.get('SpeechResult')
  if (!question)
    return '<Gather input="speech" action="/voice" method="POST"><Say>How can I help?</Say></Gather>'
  try {
    const conversationId = form.get('CallSid')
    const answer = await vouch.answer({
      question,
      channel: 'phone',
      ...(conversationId && { conversationId }),
    })
    return `<Say language="${xml(answer.locale)}">${spoken(answer.message)}</Say>${goOn(answer)}`
  } catch (error) {
    console.error(error instanceof VouchError ? error.message : error)
    return `<Say>${SORRY}</Say><Dial>${xml(DESK)}</Dial>`
  }
}

const server = createServer((request, response) => {
  void formOf(request)
    .then(reply)
    .then(
      (twiml) => response.writeHead(200, { 'content-type': 'text/xml' }).end(`<Response>${twiml}</Response>`),
      () => response.writeHead(400).end(),
    )
})
server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const address = server.address()
  console.log(`Listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/voice`)
})
