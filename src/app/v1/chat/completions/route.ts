export { answerChat as POST } from '@/http/openai/answerOpenAi'
