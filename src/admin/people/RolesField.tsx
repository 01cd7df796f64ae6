'use client'

import { Banner, SelectField, useAuth } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'

/** What a person may do. On the form of the first person nothing is to be chosen: they are the admin. */
export const RolesField = (props: SelectFieldClientProps) => {
  const { user } = useAuth()
  if (user) return <SelectField {...props} />
  return (
    <Banner type="info">
      You are the first person here, so you become the admin: you add the others, connect bots and sources,
      and can write texts yourself. Someone else signs them: nobody signs what they wrote.
    </Banner>
  )
}
