'use client'
import { PasswordField, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'

/** Asked for while one changes one's own password, and not shown else. */
export const CurrentPassword = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const changing = useFormFields(([fields]) => Boolean(fields['password']?.value))
  if (!changing || !id || user?.id !== id) return null
  return (
    <PasswordField
      autoComplete="current-password"
      field={{ name: 'currentPassword', label: 'Current password', required: true }}
      indexPath=""
      parentPath=""
      parentSchemaPath=""
      path="currentPassword"
      schemaPath="users.currentPassword"
    />
  )
}
