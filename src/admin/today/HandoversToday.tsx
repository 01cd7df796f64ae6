import { Gutter } from '@payloadcms/ui'
import type { Payload } from 'payload'
import { whereHandovers } from '../../commands/handovers/readHandovers'
import { listHref } from '../links'
import { counted } from '../words'
import { Greeting } from './Greeting'

/** Home of an agent: how many customers wait. */
export const HandoversToday = async ({ payload, name }: { payload: Payload; name: string }) => {
  const { totalDocs } = await payload.count({
    collection: 'handovers',
    where: whereHandovers({ state: 'open' }),
  })
  return (
    <Gutter className="vouch-today">
      <header className="vouch-today__head">
        <Greeting name={name} />
      </header>
      <section className="vouch-card" aria-label="Handovers">
        <h2>Handovers</h2>
        <p>
          <a href={listHref('handovers')}>
            {totalDocs
              ? `${counted(totalDocs, 'customer waits', 'customers wait')} for a person`
              : 'Nobody waits for a person'}
          </a>
        </p>
      </section>
    </Gutter>
  )
}
