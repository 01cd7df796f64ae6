import type { AdminViewServerProps } from 'payload'
import { may } from '../../governance/permissions'
import { documentHref, tryHref } from '../links'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { TestChat } from './TestChat'

/** Where a person talks to a bot in the widget that customers have. */
export const ChatRoom = (view: AdminViewServerProps) => (
  <Room view={view} address={`/admin/${[view.params?.segments ?? []].flat().join('/')}`}>
    <Chat view={view} />
  </Room>
)

const Chat = async ({ view: { initPageResult, params } }: { view: AdminViewServerProps }) => {
  const { req } = initPageResult
  const viewer = viewerOf(req.user)
  if (!viewer || !may(viewer, 'readRecords')) return null
  const id = params?.segments?.[1]
  const bot =
    typeof id === 'string'
      ? await req.payload.findByID({
          collection: 'bots',
          id,
          depth: 0,
          disableErrors: true,
          user: req.user,
          overrideAccess: false,
        })
      : null
  if (!bot) return <NoSuchBot />
  return (
    <>
      <RoomHead
        title={bot.name}
        trail={[{ label: 'Try it', url: tryHref({ bot: bot.id }) }]}
        line="The chat that customers have. Nothing is recorded: no receipt, no gap, and nobody is called to a hand-over."
      />
      <div className="vouch-chat">
        <TestChat key={bot.id} botId={bot.id} locale={bot.locales?.[0] ?? 'en-GB'} title={bot.name} />
        <aside className="vouch-quiet">
          <p>
            To see why it says something, ask it in <a href={tryHref({ bot: bot.id })}>Try it</a>.
          </p>
          <p>
            To put the chat on your site, create a key on the{' '}
            <a href={documentHref('bots', bot.id)}>bot’s page</a> and name your site under “Sites whose pages
            alone may use it”. Then add to your page:
          </p>
          <pre className="vouch-chat__tag" tabIndex={0}>
            {`<script src="${String(req.payload.config.custom?.['publicUrl'])}/widget.js"\n  data-key="vch_…" async></script>`}
          </pre>
        </aside>
      </div>
    </>
  )
}

const NoSuchBot = () => (
  <div className="vouch-empty vouch-empty--room">
    <p>There is no such bot.</p>
    <p className="vouch-quiet">
      <a href="/admin/collections/bots">The list of bots</a> has those that there are.
    </p>
  </div>
)
