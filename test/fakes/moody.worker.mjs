// @ts-check
/** A worker that answers, throws, or dies as it is told. */
import { parentPort } from 'node:worker_threads'

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

port.on('message', ({ call, method, args }) => {
  if (method === 'die') throw new Error('the worker died')
  if (method === 'exit') process.exit(3)
  if (method === 'fail') port.postMessage({ call, failure: { message: 'no', code: 'NO' } })
  if (method === 'echo') port.postMessage({ call, result: args })
})
