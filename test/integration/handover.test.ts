import { beforeAll, describe, expect, it } from 'vitest'
import type { HandoverPackage } from '../../src/handover/package'
import { publishBackground, product, serviceOf } from './background'
import { useInstallation } from './installation'

describe('handing over to a person', () => {
  const vouch = useInstallation()

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish(product('Lapwing Sundial', 61))
  })

  it('stores everything the person needs, and receipt and hand-over know each other', async () => {
    const response = await vouch.ask(`Let me talk to a person. ${serviceOf('Lapwing Sundial')}`, {
      request: {
        messages: [
          { role: 'user', content: 'My order is AB-12345678 and my card is 4111 1111 1111 1111.' },
          { role: 'assistant', content: 'What is it about?' },
        ],
      },
    })
    if (response.outcome !== 'escalated') throw new Error(`It was ${response.outcome}.`)
    expect(response.reason).toBe('asks_for_person')
    const [handover] = await vouch.rows('handovers', { id: { equals: response.handover.id } })
    const [receipt] = await vouch.rows('answers', { id: { equals: response.receiptId } })
    expect(handover?.receipt).toBe(response.receiptId)
    expect(receipt?.handover).toBe(response.handover.id)
    const context = handover?.package as unknown as HandoverPackage
    expect(context.transcript).toHaveLength(3)
    expect(context.considered[0]?.title).toContain('Lapwing Sundial')
    expect(JSON.stringify([handover, receipt])).not.toContain('4111 1111')
  })
})
