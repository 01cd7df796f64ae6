import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Checked by `npm test`; checking again would double the time of a build.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['onnxruntime-node', '@libsql/client', 'libsql', '@huggingface/tokenizers'],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config)
