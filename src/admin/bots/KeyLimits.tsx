'use client'

import { Button, SelectInput, TextareaInput, TextInput, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { KeyLimits as Limits } from '../../governance/botKey'
import { SCOPE_WORDS, type BotScope } from '../../vocabulary'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'

const linesOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)

/** What the dialog holds while someone writes in it. */
const draftOf = (limits: Limits) => ({
  name: limits.name ?? '',
  expiresOn: limits.expiresOn?.slice(0, 10) ?? '',
  scopes: [...limits.scopes] as string[],
  origins: limits.origins.join('\n'),
  networks: limits.networks.join('\n'),
})

/** Sets what a key is called and what it may be used for. */
export function KeyLimits({
  botId,
  prefix,
  limits,
  ofBot,
}: {
  botId: string
  prefix: string
  limits: Limits
  ofBot: readonly BotScope[]
}) {
  const router = useRouter()
  const { openModal, closeModal } = useModal()
  const [draft, setDraft] = useState(draftOf(limits))
  const [problem, setProblem] = useState<string | null>(null)
  const slug = `vouch-limits-${prefix}`
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    const posted = await postJson<null>(`/api/v1/bots/${botId}/keys/${encodeURIComponent(prefix)}/limits`, {
      name: draft.name.trim() || null,
      // A last day counts whole.
      expiresOn: draft.expiresOn ? `${draft.expiresOn}T23:59:59Z` : null,
      scopes: draft.scopes,
      origins: linesOf(draft.origins),
      networks: linesOf(draft.networks),
    })
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    closeModal(slug)
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        aria-label={`Change what the key vch_${prefix}… may be used for`}
        onClick={() => openModal(slug)}
      >
        Change
      </Button>
      <ActDialog
        slug={slug}
        title={`The key vch_${prefix}…`}
        act="Save"
        onAct={() => void save()}
        disabled={false}
        problem={problem}
      >
        <TextInput
          path={`${slug}-name`}
          label="Name"
          value={draft.name}
          onChange={(event: { target: { value: string } }) => set({ name: event.target.value.slice(0, 80) })}
        />
        <p>
          <label htmlFor={`${slug}-ends`}>Last day, UTC (empty: it does not end by itself)</label>
          <br />
          <input
            id={`${slug}-ends`}
            type="date"
            value={draft.expiresOn}
            onChange={(event) => set({ expiresOn: event.target.value })}
          />
        </p>
        <SelectInput
          path={`${slug}-scopes`}
          name={`${slug}-scopes`}
          label="What it opens (empty: all that the bot may do)"
          hasMany
          options={ofBot.map((value) => ({ value, label: SCOPE_WORDS[value] }))}
          value={draft.scopes}
          onChange={(chosen) =>
            set({ scopes: (Array.isArray(chosen) ? chosen : [chosen]).map((each) => String(each.value)) })
          }
        />
        <TextareaInput
          path={`${slug}-origins`}
          label="Sites whose pages alone may use it, one a line (empty: anywhere)"
          value={draft.origins}
          onChange={(event) => set({ origins: event.target.value })}
        />
        <TextareaInput
          path={`${slug}-networks`}
          label="Networks that it may be used from, one a line (empty: anywhere)"
          value={draft.networks}
          onChange={(event) => set({ networks: event.target.value })}
        />
      </ActDialog>
    </>
  )
}
