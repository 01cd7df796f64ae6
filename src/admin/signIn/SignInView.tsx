import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from '../brand/Logo'
import { SignInForm } from './SignInForm'

/** The sign-in page in place of Payload’s, whose form knows one step alone. What stands before and after that stands here too. */
export const SignInView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { locale, permissions, req } = initPageResult
  const { i18n, payload, user } = req
  const { routes, admin } = payload.config
  const to = getSafeRedirect({
    fallbackTo: routes.admin,
    redirectTo: searchParams?.['redirect'] ?? '',
  })
  if (user) redirect(to)
  const slot = (Component: Parameters<typeof RenderServerComponent>[0]['Component']) =>
    RenderServerComponent({
      Component,
      importMap: payload.importMap,
      serverProps: { i18n, locale, params, payload, permissions, searchParams, user },
    })
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      {slot(admin.components.beforeLogin)}
      <SignInForm to={to} />
      {slot(admin.components.afterLogin)}
    </>
  )
}
