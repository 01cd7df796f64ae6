'use client'

import { Banner, SelectField, useAuth } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'
import { SET_UP_DAYS } from '../../governance/accounts'

/** What a person may do. On the form of the first person nothing is to be chosen: they are the admin. */
export const RolesField = (props: SelectFieldClientProps) => {
  const { user } = useAuth()
  if (user) return <SelectField {...props} />
  return (
    <Banner type="info">
      You are the first person here, so you become the admin: you add those who write and those who sign, and
      connect bots and sources. Nobody signs what they wrote; nor, for {SET_UP_DAYS} days, what the person
      wrote who made their account.
    </Banner>
  )
}
