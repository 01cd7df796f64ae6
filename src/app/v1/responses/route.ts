export { answerResponse as POST } from '@/http/openai/answerOpenAi'
