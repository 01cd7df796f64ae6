export { docsPage as GET } from '@/http/docs/page'
