import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

/** A room of its own address: Payload’s frame round it, for people who are signed in; others sign in first. */
export const Room = ({
  view: { initPageResult, params, searchParams },
  address,
  children,
}: {
  view: AdminViewServerProps
  address: string
  children: React.ReactNode
}) => {
  const { req, permissions, locale, visibleEntities } = initPageResult
  if (req.user?.collection !== 'users') redirect(`/admin/login?redirect=${encodeURIComponent(address)}`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={{ collections: visibleEntities?.collections, globals: visibleEntities?.globals }}
    >
      <Gutter className="vouch-room">{children}</Gutter>
    </DefaultTemplate>
  )
}
