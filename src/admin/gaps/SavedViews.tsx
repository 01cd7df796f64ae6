'use client'

import { Banner, Button, usePreferences } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import { backlogHref, type BacklogQuery } from './backlogQuery'
import { toStored, VIEWS_PREFERENCE, withoutView, withView, type SavedView } from './savedViews'

/** The views that a person keeps, each a link that can be passed on, and a name for what they look at now. */
export const SavedViews = ({ kept, current }: { kept: SavedView[]; current: BacklogQuery }) => {
  const { setPreference } = usePreferences()
  const [views, setViews] = useState(kept)
  const [problem, setProblem] = useState<string | null>(null)
  const here = backlogHref(current)
  const keep = async (next: SavedView[]) => {
    const before = views
    setViews(next)
    setProblem(null)
    try {
      await setPreference(VIEWS_PREFERENCE, toStored(next))
    } catch {
      setViews(before)
      setProblem('The server cannot be reached, so your views stay as they were. Try again.')
    }
  }
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = new FormData(form).get('name')
    const next = withView(views, { name: typeof name === 'string' ? name : '', query: current })
    if (typeof next === 'string') return setProblem(next)
    form.reset()
    void keep(next)
  }
  return (
    <section className="vouch-views" aria-label="Your views">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {views.length > 0 && (
        <ul>
          {views.map(({ name, query }) => (
            <li key={name}>
              <a href={backlogHref(query)} aria-current={backlogHref(query) === here ? 'page' : undefined}>
                {name}
              </a>
              <button
                type="button"
                aria-label={`Remove the view ${name}`}
                onClick={() => void keep(withoutView(views, name))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={save}>
        <input name="name" maxLength={60} placeholder="Name this view" aria-label="Name of this view" />
        <Button type="submit" buttonStyle="secondary" size="small" margin={false}>
          Save view
        </Button>
      </form>
    </section>
  )
}
