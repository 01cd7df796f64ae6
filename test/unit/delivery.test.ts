import { describe, expect, it } from 'vitest'
import { startDelivery } from '../../src/commands/delivery'

describe('what somebody who waits is told', () => {
  it('is the answer where it was claimed first, however late they would have given up', () => {
    const delivery = startDelivery()
    expect(delivery.claim()).toBe(true)
    expect(delivery.giveUp()).toBe(false)
    // A transaction that is run again claims again.
    expect(delivery.claim()).toBe(true)
  })

  it('is that none came where they gave up first: nothing is then stored as told', () => {
    const delivery = startDelivery()
    expect(delivery.giveUp()).toBe(true)
    expect(delivery.claim()).toBe(false)
  })
})
