import type { TestProject } from 'vitest/node'
import { whyNoBrowser } from './whyNoBrowser'
import { startVouch, type Seeded } from './server'

/** A running server that a test may use and not stop, and what it was seeded with. */
export interface House {
  base: string
  dataDir: string
  house: Seeded
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the browser tests share; null without a browser or a build. */
    house: House | null
  }
}

/** Started once for all files: seeding it, starting it and warming its pages is most of what a file costs. */
export default async function startTheHouse({ provide }: TestProject): Promise<() => Promise<void>> {
  if (whyNoBrowser) {
    provide('house', null)
    return async () => {}
  }
  const { base, env, house, stop } = await startVouch()
  provide('house', { base, dataDir: env['VOUCH_DATA_DIR'] ?? '', house })
  return stop
}
