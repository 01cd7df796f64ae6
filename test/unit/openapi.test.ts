import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../src/http/openapi'

/** Addresses that tell about the API, and are none of its calls. */
const ABOUT_IT = new Set(['/openapi.json'])

describe('the OpenAPI document', () => {
  it('names each route that is served, and none that is not', () => {
    const served = readdirSync('src/app/api/v1', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('/route.ts'))
      .map((file) => `/${file.replace('/route.ts', '')}`)
      .map((address) => address.replaceAll('[', '{').replaceAll(']', '}'))
      .filter((address) => !ABOUT_IT.has(address))
    expect(Object.keys(openApiDocument().paths ?? {}).toSorted()).toEqual(served.toSorted())
  })
})
