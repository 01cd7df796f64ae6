'use client'

import type { Drafted } from '../../commands/imports/types'
import { documentHref, IMPORT_HREF } from '../links'
import { counted } from '../words'

/** What was made, each as a link; and what could not be. */
export const Drafts = ({ drafted }: { drafted: readonly Drafted[] }) => {
  const made = drafted.filter((each) => 'id' in each)
  const failed = drafted.filter((each) => 'error' in each)
  return (
    <section className="vouch-import" aria-label="Drafts" role="status">
      <h3>{counted(made.length, 'draft')} made</h3>
      <p className="vouch-quiet">
        Read them and send them for review: another person signs, and only then can bots use them.
      </p>
      <ul className="vouch-import__made">
        {made.map(({ collection, id, title }) => (
          <li key={id}>
            <a href={documentHref(collection, id)}>{title}</a>
          </li>
        ))}
      </ul>
      {failed.length > 0 && (
        <>
          <h3>{counted(failed.length, 'text')} could not be made a draft</h3>
          <ul className="vouch-import__trouble">
            {failed.map(({ key, error }) => (
              <li key={key}>
                {key}: {error}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={IMPORT_HREF}>Bring in more</a>
      </p>
    </section>
  )
}
