// @ts-check
/** A worker that answers, throws, or dies as it is told. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', ({ call, method, args }) => {
  if (method === 'die') throw new Error('the worker died')
  if (method === 'exit') process.exit(3)
  if (method === 'fail') parentPort?.postMessage({ call, failure: { message: 'no', code: 'NO' } })
  if (method === 'echo') parentPort?.postMessage({ call, result: args })
})
