export { docsFile as GET } from '@/http/docs/page'
