import type { Loader } from '../types'

/** Refuses a format that only Unstructured reads, and says so. */
export const oldOffice = (what: string): Loader =>
  async function* ({ key }) {
    yield {
      file: key,
      error: `The file is ${what}, which is not read here. Save it in the present format, or set UNSTRUCTURED_API_URL to have Unstructured read it.`,
    }
  }
