import { buildConfig, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { labelledErrors } from '../../collections/labelledErrors'

const config = await buildConfig({
  secret: 'x'.repeat(32),
  db: { defaultIDType: 'text', init: () => ({}) } as never,
  collections: [
    {
      slug: 'offers',
      fields: [
        { name: 'expiresAt', type: 'date', label: 'Expires' },
        { name: 'prices', type: 'array', label: 'Prices', fields: [{ name: 'netAmount', type: 'number' }] },
        { name: 'next', type: 'group', fields: [{ name: 'url', type: 'text', label: 'Address' }] },
      ],
    },
  ],
})
const collection = config.collections.find(({ slug }) => String(slug) === 'offers')!

const told = (...errors: { path: string; message: string; label?: string }[]) => {
  const error = new ValidationError({ collection: 'offers', errors })
  const result = { errors: [{ name: error.name, message: error.message, data: { errors } }] }
  const hooked = labelledErrors({
    collection,
    error,
    result,
    context: {},
    req: { i18n: { language: 'en' } },
  } as never)
  return (hooked as { response: typeof result }).response.errors[0]!
}

describe('what is wrong with a field', () => {
  it('is told by its label, never by the name that it is stored under', () => {
    const { message, data } = told({ path: 'expiresAt', message: 'This must be later.' })
    expect(message).toMatch(/: Expires$/)
    expect(data.errors).toEqual([{ path: 'expiresAt', label: 'Expires', message: 'This must be later.' }])
  })

  it('is told by each label on the way to it, and by that of another where it has one', () => {
    const { message } = told(
      { path: 'prices.0.netAmount', message: 'Too high.' },
      { path: 'next.url', message: 'No address.' },
      { path: 'none', message: 'Unknown.' },
      { path: 'expiresAt', label: 'The end', message: 'Too soon.' },
    )
    expect(message).toMatch(/: Prices › Net Amount, Next › Address, none, The end$/)
  })

  it('leaves every other error as it is', () => {
    const result = { errors: [{ message: 'Not found' }] }
    const hooked = labelledErrors({
      collection,
      error: new Error('x'),
      result,
      context: {},
      req: {},
    } as never)
    expect((hooked as { response: typeof result }).response).toEqual(result)
  })
})
