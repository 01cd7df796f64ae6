import type { Where } from 'payload'

/** Releases whose window holds an instant, ISO 8601. @param of what leads to the release, as `release.`, from another collection. */
export const inForceAt = (at: string, of = ''): Where => ({
  and: [
    { [`${of}validFrom`]: { less_than_equal: at } },
    { or: [{ [`${of}validTo`]: { exists: false } }, { [`${of}validTo`]: { greater_than: at } }] },
  ],
})
