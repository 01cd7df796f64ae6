/** In the data directory: who may sign in to the demo, with what, and its bot's key. */
export const DEMO_ACCESS = 'demo-access.json'

/** What a stranger is told to ask first: one of the questions that the demo itself asks, and that is answered. */
export const DEMO_QUESTION = 'Can I return over-ear headphones after opening them?'
