import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { isOpen } from '../../gaps/states'
import type { GovernedCollection, Reason } from '../../vocabulary'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { documentHref, listHref, tryHref } from '../links'
import { RoomHead } from '../RoomHead'
import { Moment } from '../time/Moment'
import { viewerOf } from '../viewer'
import { counted, FIX_WORDS, reasonWords, rolesWords, sentence } from '../words'
import { Certificate } from './Certificate'
import { GapActions } from './GapActions'
import { failingOf } from '../../commands/gaps/readFailing'
import { GapState } from './GapState'
import { ASKED_FORM } from './checkedIn'
import { GapWork } from './GapWork'
import { UNPROVEN_WORDS } from './unprovenWords'
import { Nearest } from './Nearest'
import { readGap, type GapDossier } from './readGap'

/** One missing thing: who asked, what came nearest, and what to do about it. */
export const GapPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const viewer = viewerOf(req.user)
  if (!docID || !viewer) return null
  const dossier = await readGap(req.payload, String(docID))
  const { gap, nearest, latest, people } = dossier
  const failing = gap.state === 'verified' ? null : failingOf(gap)
  const refusal = may(viewer, 'workGaps') ? null : onlyWho('workGaps')
  return (
    <Gutter className="vouch-room">
      <RoomHead
        title={gap.question}
        trail={[{ label: 'Gaps', url: listHref('gaps') }]}
        line={
          <div className="vouch-inline">
            <GapState state={gap.state} />
            <span>
              {gap.seen ? (
                <>
                  Seen {counted(gap.seen, 'time')} by {counted(gap.people, 'person', 'people')}, last{' '}
                  <Moment at={gap.lastSeenAt} />
                </>
              ) : (
                'Reported by a colleague; no customer has asked it yet.'
              )}
            </span>
          </div>
        }
      />
      <div className="vouch-two">
        <div className="vouch-two__main">
          {gap.state === 'verified' && <Certificate payload={req.payload} gap={gap} />}
          {failing && (
            <p className="vouch-failing" role="status">
              “{failing.question}”: {UNPROVEN_WORDS[failing.why]}.
            </p>
          )}
          {gap.mergedInto && (
            <p>
              It is part of <a href={documentHref('gaps', idIn(gap.mergedInto) ?? '')}>another gap</a> now.
            </p>
          )}
          {gap.state !== 'verified' && gap.note && <p className="vouch-reading">{gap.note}</p>}
          <section>
            <h2>
              Nearest text
              {gap.state === 'verified' ? ' when it could not be answered' : ', and why it did not suffice'}
            </h2>
            {latest ? (
              <Nearest reason={latest.reason ?? gap.reason} nearest={nearest} receiptId={latest.id} />
            ) : (
              <p>
                No customer has asked it, so nothing was searched for them.{' '}
                <a href={tryHref({ question: gap.question, bot: idIn(gap.bot) ?? '' })}>Try it</a> to see what
                comes near.
              </p>
            )}
          </section>
          {dossier.totalEvents > 0 && <Asked dossier={dossier} />}
        </div>
        <aside className="vouch-two__side" aria-label="What to do">
          <h2>What to do</h2>
          {isOpen(gap.state) && (
            <p>
              {sentence(reasonWords(gap.reason))}. {FIX_WORDS[gap.reason as Reason]}.
            </p>
          )}
          <GapActions
            gapId={gap.id}
            state={gap.state}
            owner={idIn(gap.owner)}
            draft={
              gap.draft
                ? {
                    href: documentHref(gap.draft.relationTo, idIn(gap.draft.value) ?? ''),
                    title: titleOf(gap.draft.value),
                  }
                : null
            }
            nearest={nearestText(nearest)}
            amendFirst={AMENDS.has(gap.reason as Reason)}
            people={people.map(({ id, name, roles }) => ({ id, label: `${name} (${rolesWords(roles)})` }))}
            refusal={refusal}
          />
          <GapWork
            gapId={gap.id}
            state={gap.state}
            dueAt={gap.dueAt ?? null}
            toConfirm={gap.state === 'published_unverified' && failing?.why === 'to_confirm'}
            refusal={refusal}
          />
        </aside>
      </div>
    </Gutter>
  )
}

const Asked = ({ dossier: { events, totalEvents } }: { dossier: GapDossier }) => (
  <section>
    <h2>Asked</h2>
    <form id={ASKED_FORM}>
      <ul className="vouch-lines">
        {events.map((event) => (
          <li key={event.id}>
            <input
              className="vouch-tick"
              type="checkbox"
              name="event"
              value={event.id}
              aria-label={`Tick “${event.question}”`}
            />
            <a className="vouch-lines__main" href={documentHref('answers', idIn(event.receipt) ?? '')}>
              {event.question}
            </a>
            <span className="vouch-quiet">
              {reasonWords(event.reason)} · <Moment at={event.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </form>
    {totalEvents > events.length && (
      <p className="vouch-quiet">
        The latest {events.length} of {totalEvents}.
      </p>
    )}
  </section>
)

/** Reasons that say that a text is about it, and lacks something. */
const AMENDS = new Set<Reason>(['insufficient', 'unsupported', 'expired', 'conflict'])

const nearestText = ([best]: GapDossier['nearest']) =>
  best
    ? {
        collection: best.document.collection as GovernedCollection,
        id: best.document.id,
        title: best.document.title,
      }
    : null

const idIn = (relation: unknown): string | null =>
  typeof relation === 'string' ? relation : ((relation as { id?: string } | null | undefined)?.id ?? null)

const titleOf = (document: unknown): string => {
  const { title, question } = (document ?? {}) as { title?: string; question?: string }
  return title ?? question ?? 'the draft'
}
