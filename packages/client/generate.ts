import { writeFile } from 'node:fs/promises'
import { contractText } from './contractText'

/** `npm run generate:client`: writes the client's types anew from the contract that the server serves. */
await writeFile(new URL('src/contract.ts', import.meta.url), await contractText())
