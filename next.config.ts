import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { LARGEST_BODY } from './src/http/edge/bodyLimits'
import { FIXED_HEADERS } from './src/http/edge/securityHeaders'

const config: NextConfig = {
  poweredByHeader: false,
  // Checked by `npm test`; checking again would double the time of a build.
  typescript: { ignoreBuildErrors: true },
  // Native code cannot be bundled; the rest need not be: they are on this machine, and bundling them takes minutes.
  // Payload must not be: a bundle holds a copy for each layer, so that its errors are not known by their class, and
  // minified classes lose the names by which its forms know them.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/email-nodemailer',
    'onnxruntime-node',
    '@libsql/client',
    '@modelcontextprotocol/server',
    'libsql',
    '@huggingface/tokenizers',
    '@aws-sdk/client-s3',
    '@notionhq/client',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-base',
    '@qdrant/js-client-rest',
    'cheerio',
    'dingbat-to-unicode',
    'eld',
    'gpt-tokenizer',
    'htmlparser2',
    'notion-to-md',
    'openai',
    'pdfjs-dist',
    'prom-client',
    'simple-git',
    'swagger-ui-dist',
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
    // Classes are known by their names: in Payload's answers, in the log, and where the bundle has two copies (errors.ts).
    serverMinification: false,
    // A production build is made once on a machine: what a second would save costs the first as much as building.
    turbopackFileSystemCacheForBuild: false,
  },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(FIXED_HEADERS).map(([key, value]) => ({ key, value })) },
    // Pages of other sites load it, those too that load only what lets them.
    { source: '/widget.js', headers: [{ key: 'cross-origin-resource-policy', value: 'cross-origin' }] },
  ],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config)
