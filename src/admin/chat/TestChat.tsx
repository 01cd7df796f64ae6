'use client'

import { useTheme } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { mountChat } from '../../../packages/widget/src/mount'
import { trialTransport } from './trialTransport'

/** The widget in the page, asking as a bot on behalf of the person who is signed in. */
export const TestChat = ({ botId, locale, title }: { botId: string; locale: string; title: string }) => {
  const place = useRef<HTMLDivElement>(null)
  const { theme } = useTheme()
  useEffect(() => {
    if (!place.current) return
    const chat = mountChat({
      host: place.current,
      inPage: true,
      transport: trialTransport(botId),
      drawer: sessionStorage,
      name: `vouch-test-chat:${botId}`,
      languages: [locale],
      title,
    })
    return chat.remove
  }, [botId, locale, title])
  return <div className="vouch-chat__place" data-theme={theme} ref={place} />
}
