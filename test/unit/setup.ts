import fc from 'fast-check'
import { often } from '../often'

fc.configureGlobal({ numRuns: often(100) })
