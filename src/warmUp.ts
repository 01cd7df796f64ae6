import type { Payload } from 'payload'
import type { AskingBot } from './answer/types'
import { prepareGapEvent } from './commands/recordGapEvent'
import { turnOf } from './commands/answerQuestion'
import { decideTurn } from './commands/decideTurn'
import { AnswerRequestSchema } from './answer/schema'
import type { Deps } from './deps'
import type { Release } from '../payload-types'
import { AUDIENCES } from './vocabulary'

const warm = new WeakMap<Payload, Promise<void>>()

/**
 * Has everything loaded that an answer needs and that is loaded when it is first used (weights, word lists, compiled
 * statements), by deciding a few turns that nobody asked. Once for a process: of a start, the first caller waits for it and
 * all others with it. Never rejects: what is not there now is gone without later, too.
 */
export function warmUp(deps: Deps): Promise<void> {
  const known = warm.get(deps.payload)
  if (known) return known
  const done = decideAFew(deps).catch(() => {})
  warm.set(deps.payload, done)
  return done
}

/** Everything is searched, and nothing is told to anybody. */
const NOBODY: AskingBot = { id: 'nobody', name: 'nobody', audiences: AUDIENCES, locales: [] }

async function decideAFew(deps: Deps): Promise<void> {
  // No server is asked to write or to rank for nobody.
  const own: Deps = { ...deps, reranker: null, languageModels: { chat: null, entailment: null } }
  for (const question of [...(await someTitle(deps)), 'How long does it take, and what is it?']) {
    const request = AnswerRequestSchema.parse({ question })
    const turn = await turnOf({ request, bot: NOBODY })
    const { resolution } = await decideTurn(own, { turn, bot: NOBODY })
    await prepareGapEvent(own, { turn, resolution })
  }
}

/** What some text is about: asked, it is found and read. */
async function someTitle({ payload }: Deps): Promise<string[]> {
  const { docs } = await payload.db.find<Release>({
    collection: 'releases',
    select: { title: true },
    limit: 1,
    pagination: false,
    req: {},
  })
  return docs.map(({ title }) => title.slice(0, 4_000))
}
