import type { ServerProps } from 'payload'
import { providerOf } from '../../records/signIn/connection'
import { problemWords } from '../../signIn/words'

/** On the sign-in page, above the form: the company’s own way in, and what went wrong on it. */
export const ProviderButton = ({ payload, searchParams }: ServerProps) => {
  const provider = providerOf(payload)
  const problem = searchParams?.['problem']
  const words = typeof problem === 'string' ? problemWords(problem, provider?.name ?? 'The provider') : null
  const to = searchParams?.['redirect']
  if (!provider) return words && <Problem words={words} />
  const query = typeof to === 'string' ? `?${new URLSearchParams({ to })}` : ''
  return (
    <div className="vouch-provider">
      {words && <Problem words={words} />}
      {/* Not a link within the admin: it leads to another site. */}
      <a className="vouch-provider__button" href={`${provider.publicUrl}/sign-in${query}`}>
        Sign in with {provider.name}
      </a>
      <p className="vouch-provider__or">
        <span>or with a password</span>
      </p>
    </div>
  )
}

const Problem = ({ words }: { words: string }) => (
  <p className="vouch-provider__problem" role="alert">
    {words}
  </p>
)
