import type { BeforeListTableServerProps } from 'payload'
import { searchTexts } from '../../commands/search/searchTexts'
import { getDeps } from '../../deps'
import type { GovernedCollection } from '../../vocabulary'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { STATE_WORDS } from '../words'
import { Snippet } from './Snippet'

const SHOWN = 8

/** Above a list that is searched, whose own search knows titles alone: what was found in the texts, and by meaning. */
export const ListHits = async ({ searchParams, collectionSlug, user }: BeforeListTableServerProps) => {
  const given = searchParams?.['search']
  const query = typeof given === 'string' ? given.trim().slice(0, 300) : ''
  if (!query || user?.collection !== 'users') return null
  const collection = collectionSlug as GovernedCollection
  const found = await searchTexts({ ...(await getDeps()), user }, { query, collection, limit: SHOWN })
  return (
    <section className="vouch-listhits" aria-label="Found in the texts">
      <h3>In the words and meaning of the texts</h3>
      {found.length === 0 && <p className="vouch-quiet">Nothing. Try other words, or fewer.</p>}
      <ul className="vouch-lines">
        {found.map((hit) => (
          <li key={hit.id}>
            <a className="vouch-lines__main" href={documentHref(hit.collection, hit.id)}>
              {hit.title}
            </a>
            <StatePill state={hit.state}>{STATE_WORDS[hit.state]}</StatePill>
            <Snippet stretches={hit.snippet} />
          </li>
        ))}
      </ul>
      <p className="vouch-quiet">Below: those whose title holds these words.</p>
    </section>
  )
}
