import type { SourceKind } from '../../src/vocabulary'
import { confluenceConnector } from './confluence'
import { gitConnector } from './git'
import { listFolder } from './folder'
import { createGuardedFetch } from './guardedFetch'
import { intercomConnector } from './intercom'
import { notionConnector } from './notion'
import { createPace } from './pace'
import type { GuardSettings } from './publicAddress'
import { ROBOT } from './robots'
import { sitemapConnector } from './sitemap'
import type { Connector } from './types'
import { webConnector } from './web'
import { zendeskConnector } from './zendesk'

const WEB_REQUESTS_PER_SECOND = 4
/** What Notion allows an integration on average. */
const NOTION_REQUESTS_PER_SECOND = 3

export interface ConnectorsSettings extends GuardSettings {
  /** Where people reach this installation: told to the sites it asks. */
  publicUrl: string
  /** The process's environment, of which git is given a few variables. */
  environment: Record<string, string | undefined>
}

/** What lists a source, by its kind. A new one is one file and one line here. */
export function createConnectors({
  publicUrl,
  environment,
  ...guard
}: ConnectorsSettings): Record<SourceKind, Connector> {
  const fetch = createGuardedFetch({ ...guard, userAgent: `${ROBOT} (+${publicUrl})` })
  const web = { fetch, guard, pace: createPace({ perSecond: WEB_REQUESTS_PER_SECOND }) }
  return {
    file: listFolder,
    folder: listFolder,
    web: webConnector(web),
    sitemap: sitemapConnector(web),
    git: gitConnector({ guard, environment }),
    // Loaded when it is first needed: the SDK is large.
    s3: async function* (...asked) {
      const { s3Connector } = await import('./s3')
      yield* s3Connector(guard)(...asked)
    },
    confluence: confluenceConnector({ fetch, guard }),
    notion: notionConnector({ pace: createPace({ perSecond: NOTION_REQUESTS_PER_SECOND }) }),
    zendesk: zendeskConnector,
    intercom: intercomConnector,
  }
}
