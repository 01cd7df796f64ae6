import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { importMap } from './admin/importMap.js'
import './custom.css'
import './review.css'
import './time.css'
import './audit.css'
import './index.css'
import './answers.css'
import '../../admin/chat/chat.css'
import '../../admin/dialog.css'
import '../../admin/markdown.css'
import '../../admin/gaps/beside.css'
import '../../admin/gaps/gaps.css'
import '../../admin/handovers/handovers.css'
import '../../admin/imports/imports.css'
import '../../admin/outcomes/outcomes.css'
import '../../admin/people/people.css'
import '../../admin/search/search.css'
import '../../admin/start/start.css'
import '../../admin/transcripts/transcripts.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
