import { createGuardedFetch } from '../../ingestion/connectors/guardedFetch'
import { createPace } from '../../ingestion/connectors/pace'
import type { Connector, ConnectorSettings, SourceItem } from '../../ingestion/connectors/types'
import type { WebPorts } from '../../ingestion/connectors/web'
import type { OmissionNotice } from '../../ingestion/omissions'
import type { LoadFailure } from '../../ingestion/types'
import { SAME_PROCESS } from '../fakes/sameProcess'

export const never = () => new AbortController().signal

const SETTINGS: ConnectorSettings = {
  workDir: '/nowhere',
  maxBytes: 1024 * 1024,
  maxItems: 100,
  sandbox: SAME_PROCESS,
  credentials: {},
}

/** Everything a connector lists, items apart from failures. */
export async function listed(
  connector: Connector,
  location: string,
  settings: Partial<ConnectorSettings> = {},
) {
  const items: SourceItem[] = []
  const failures: LoadFailure[] = []
  const notices: OmissionNotice[] = []
  for await (const entry of connector(location, { ...SETTINGS, ...settings }, never())) {
    if ('error' in entry) failures.push(entry)
    else if ('omissions' in entry) notices.push(entry)
    else items.push(entry)
  }
  return { items, failures, notices }
}

/** An item's bytes as text. */
export const textOf = async (item: SourceItem | undefined) => {
  if (!item) throw new Error('there is no such item')
  return new TextDecoder().decode(await item.fetch(never()))
}

/** Ports that may fetch from these hosts, as fast as they can. */
export function webPorts(...allowPrivate: string[]): WebPorts {
  const guard = { allowPrivate }
  const fetch = createGuardedFetch({ ...guard, userAgent: 'Vouch (+https://vouch.example)' })
  return { fetch, guard, pace: createPace({ perSecond: 1000 }) }
}
