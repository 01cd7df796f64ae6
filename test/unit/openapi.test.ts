import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../src/http/openapi'
import { servedBelow } from './servedRoutes'

/** Addresses that tell about the API, and are none of its calls. */
const ABOUT_IT = new Set(['/openapi.json'])

describe('the OpenAPI document', () => {
  it('names each route that is served, and none that is not', () => {
    const served = [
      ...Object.keys(servedBelow('src/app/api/v1')).filter((address) => !ABOUT_IT.has(address)),
      ...Object.keys(servedBelow('src/app/v1')).map((address) => `/v1${address}`),
    ]
    expect(Object.keys(openApiDocument().paths ?? {}).toSorted()).toEqual(served.toSorted())
  })

  it('has every call under one of its headings, so that a reader finds it', () => {
    const { paths, tags } = openApiDocument()
    const known = tags.map(({ name }) => name)
    const used = Object.values(paths ?? {}).flatMap((calls) =>
      ['get', 'post'].flatMap((method) => {
        const call = (calls as Record<string, { tags?: string[] } | undefined>)[method]
        return call ? [call.tags] : []
      }),
    )
    for (const each of used) expect(each).toEqual([expect.toBeOneOf(known)])
    expect(new Set(used.flat())).toEqual(new Set(known))
  })
})
