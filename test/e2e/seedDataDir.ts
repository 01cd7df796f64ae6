import { closeDeps, getDeps } from '../../src/deps'
import { seedHouse } from './seed'

// Seeds the installation that VOUCH_DATA_DIR names, and prints what a browser test needs to know of it.
const { payload, env } = await getDeps()
const house = await seedHouse(payload, env.databaseUri)
const { bot, key, documents, receipts, gaps } = house
process.stdout.write(`${JSON.stringify({ botId: bot.id, key, documents, receipts, gaps })}\n`)
await closeDeps()
