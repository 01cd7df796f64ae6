/** In the data directory: who may sign in to the demo, with what, and its bot's key. */
export const DEMO_ACCESS = 'demo-access.json'
