import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { LARGEST_BODY } from './src/http/edge/bodyLimits'
import { FIXED_HEADERS } from './src/http/edge/securityHeaders'

const config: NextConfig = {
  poweredByHeader: false,
  // Checked by `npm test`; checking again would double the time of a build.
  typescript: { ignoreBuildErrors: true },
  // Native code cannot be bundled; the rest need not be: they are on this machine, and bundling them takes minutes.
  serverExternalPackages: [
    'onnxruntime-node',
    '@libsql/client',
    'libsql',
    '@huggingface/tokenizers',
    '@aws-sdk/client-s3',
    '@notionhq/client',
    '@qdrant/js-client-rest',
    'cheerio',
    'dingbat-to-unicode',
    'eld',
    'gpt-tokenizer',
    'htmlparser2',
    'notion-to-md',
    'numfmt',
    'openai',
    'pdfjs-dist',
    'simple-git',
    'turndown',
    'undici',
    'unpdf',
    'unstructured-client',
    'zod-openapi',
  ],
  experimental: {
    // As bodyLimits.ts has it for /admin.
    serverActions: { bodySizeLimit: '4mb' },
    proxyClientMaxBodySize: LARGEST_BODY,
  },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(FIXED_HEADERS).map(([key, value]) => ({ key, value })) },
  ],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config)
