/** Started several times by serialSqlite.long.test.ts: creates topics and prints the id of each one that was acknowledged. */
import { closeDeps, getDeps } from '../../src/deps'
import { inTransaction } from '../../src/database/transaction'

const [name = '', count = '0'] = process.argv.slice(2)
const { payload } = await getDeps()
for (let i = 0; i < Number(count); i++) {
  const slug = `${name}-${i}`
  try {
    await inTransaction({ payload }, async (req) => {
      const topic = await payload.create({ collection: 'topics', data: { name: slug, slug }, req })
      if (i % 10 === 9) throw new Error('planned')
      process.stdout.write(`${topic.id}\n`)
    })
    process.stdout.write(`committed ${slug}\n`)
  } catch (error) {
    if ((error as Error).message !== 'planned')
      process.stdout.write(`refused ${slug} ${(error as Error).message}\n`)
  }
}
await closeDeps()
