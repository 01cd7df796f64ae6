import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

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
    'openai',
    'pdfjs-dist',
    'simple-git',
    'turndown',
    'undici',
    'unpdf',
    'unstructured-client',
    'zod-openapi',
  ],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config)
