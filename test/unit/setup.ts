import { configureGlobal } from 'fast-check'
import { often } from '../often'

configureGlobal({ numRuns: often(100) })
