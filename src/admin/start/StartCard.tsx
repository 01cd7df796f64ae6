import type { Payload } from 'payload'
import type { Actor } from '../../governance/types'
import { readStart } from './readStart'
import { startSteps } from './startSteps'

/** On Today until an installation answers its first question: the three steps there, ticked off as they are taken. */
export const StartCard = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const steps = startSteps(await readStart(payload, viewer), viewer)
  const left = steps.filter(({ done }) => !done).length
  if (!left) return null
  const next = steps.findIndex(({ done }) => !done)
  return (
    <section className="vouch-card vouch-start" aria-label="Start here">
      <h2>Start here</h2>
      <ol className="vouch-start__steps">
        {steps.map(({ title, done, words, links }, index) => (
          <li key={title} data-done={done} aria-current={index === next ? 'step' : undefined}>
            <span className="vouch-start__tick" aria-hidden="true">
              {done ? '✓' : index + 1}
            </span>
            <div>
              <h3>
                {title}
                {done && <span className="vouch-sr"> (done)</span>}
              </h3>
              {!done && (
                <>
                  <p className="vouch-quiet">{words}</p>
                  <p className="vouch-inline">
                    {links.map(({ label, href }) => (
                      <a key={href} href={href}>
                        {label}
                      </a>
                    ))}
                  </p>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
