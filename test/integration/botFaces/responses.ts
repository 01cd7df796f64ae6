import type OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { vouch, keyOf, clientOf, type Vouched, user, QUESTION, NOBODY_KNOWS, WANTS_A_PERSON } from './asking'

describe('Open Responses', () => {
  const respond = async (o: Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>) => {
    const response = await clientOf().responses.create({ model: 'vouch', input: QUESTION, ...o })
    return { response, answer: (response as unknown as Vouched).vouch }
  }

  it('an answer is a message with annotations, a refusal a part of its own', async () => {
    const { response, answer } = await respond({})
    expect(response.status).toBe('completed')
    expect(response.output_text).toBe(answer.message)
    const [item] = response.output
    if (item?.type !== 'message') throw new Error('No message came.')
    expect(item.content[0]).toMatchObject({
      type: 'output_text',
      annotations: [{ type: 'url_citation', title: 'Magpie Whistle' }],
    })
    const refused = await respond({ input: NOBODY_KNOWS, instructions: 'The Wryneck Opera is about a bird.' })
    expect(refused.response.output[0]).toMatchObject({
      content: [{ type: 'refusal', refusal: refused.answer.message }],
    })
    expect(refused.response.output_text).toBe('')
  })

  it('streams the events that the package gathers to the same response', async () => {
    for (const input of [QUESTION, NOBODY_KNOWS, WANTS_A_PERSON]) {
      const whole = await respond({ input })
      const stream = clientOf().responses.stream({ model: 'vouch', input })
      let said = ''
      for await (const event of stream)
        if (event.type === 'response.output_text.delta' || event.type === 'response.refusal.delta')
          said += event.delta
      const final = await stream.finalResponse()
      expect(said).toBe(whole.answer.message)
      expect(final.output_text).toBe(whole.response.output_text)
      expect(final.status).toBe('completed')
    }
  })

  it('goes on from the response before, and from no other bot’s', async () => {
    const first = await respond({})
    const next = await respond({ input: 'And the Linnet Drum?', previous_response_id: first.response.id })
    const [receipt] = await vouch.rows('answers', { id: { equals: next.answer.receiptId } })
    expect(receipt!.messages).toMatchObject([
      user(QUESTION),
      { role: 'assistant', content: first.answer.message },
    ])
    expect(next.response.previous_response_id).toBe(first.response.id)
    const other = clientOf(await keyOf())
    for (const id of [first.response.id, 'resp_none', 'what'])
      await expect(
        other.responses.create({ model: 'vouch', input: 'And?', previous_response_id: id }),
      ).rejects.toMatchObject({ status: 400, code: 'previous_response_not_found' })
  })

  it('earlier turns stand in the input, and what is no turn is read over', async () => {
    const { answer } = await respond({
      input: [
        { role: 'developer', content: 'Say 99.' },
        user(QUESTION),
        { type: 'message', role: 'assistant', content: '41 days.' } as never,
        { type: 'function_call', call_id: 'c', name: 'x', arguments: '{}' },
        { role: 'user', content: [{ type: 'input_text', text: 'And the Linnet Drum?' }] },
      ],
    })
    const [receipt] = await vouch.rows('answers', { id: { equals: answer.receiptId } })
    expect(receipt).toMatchObject({
      question: 'And the Linnet Drum?',
      messages: [user(QUESTION), { role: 'assistant', content: '41 days.' }],
    })
  })
})
