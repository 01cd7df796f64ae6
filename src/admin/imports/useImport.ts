'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Choice, Drafted, Preview } from '../../commands/imports/types'
import { postFile, postJson } from '../postJson'
import { choiceOf, type Picked } from './choices'

/** A file on its way in. */
export interface Incoming {
  name: string
  /** Null while it is on its way. */
  preview: Preview | null
  problem: string | null
}

/** As many as the server makes in one call. */
const AT_ONCE = 100

/** Brings files in one after the other, keeps what is chosen for each document, and makes the drafts. */
export const useImport = () => {
  // Made when it is first needed: a server draws the page too, and would make another one.
  const batch = useRef<string | null>(null)
  const [files, setFiles] = useState<Incoming[]>([])
  const [picks, setPicks] = useState<Record<string, Picked>>({})
  const [drafted, setDrafted] = useState<Drafted[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const router = useRouter()
  const base = () => `/api/v1/imports/${(batch.current ??= crypto.randomUUID())}`

  const add = async (given: readonly File[]) => {
    for (const [index, file] of given.entries()) {
      setBusy(`Reading ${index + 1} of ${given.length}: ${file.name}`)
      const posted = await postFile<Preview>(base(), file)
      const incoming = posted.ok
        ? { name: file.name, preview: posted.value, problem: null }
        : { name: file.name, preview: null, problem: posted.detail }
      setFiles((before) => [...before.filter(({ name, preview }) => preview || name !== file.name), incoming])
      if (posted.ok) setPicks((before) => ({ ...before, ...picksOf(posted.value) }))
    }
    setBusy(null)
  }

  const make = async () => {
    const choices: Choice[] = files
      .flatMap(({ preview }) =>
        preview ? preview.documents.map(({ key }) => [preview.id, key] as const) : [],
      )
      .flatMap(([file, key]) => choiceOf(picks[`${file}/${key}`], { file, key }) ?? [])
    setProblem(null)
    const done: Drafted[] = []
    for (let at = 0; at < choices.length; at += AT_ONCE) {
      setBusy(`Making drafts: ${at} of ${choices.length}`)
      const posted = await postJson<{ drafts: Drafted[] }>(`${base()}/drafts`, {
        documents: choices.slice(at, at + AT_ONCE),
      })
      if (!posted.ok) {
        // What was made is found again when the button is pressed again.
        setProblem(posted.detail)
        setBusy(null)
        return
      }
      done.push(...posted.value.drafts)
    }
    setBusy(null)
    setDrafted(done)
    // The list that it may stand above has them now.
    router.refresh()
  }

  return { files, picks, setPicks, drafted, problem, busy, add, make }
}

const picksOf = (preview: Preview): Record<string, Picked> =>
  Object.fromEntries(
    preview.documents.map(({ key, faq, metadata, alike }) => [
      `${preview.id}/${key}`,
      {
        // What is here already word for word is not taken twice unless someone says so.
        take: !alike.some(({ similarity }) => similarity === 1),
        as: faq ? ('faq' as const) : (metadata.kind ?? 'policy'),
        audience: metadata.audience ?? 'public',
        topic: null,
      },
    ]),
  )
