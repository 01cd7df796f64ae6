import { UploadRefused } from '../commands/imports/uploads'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import type { User } from '../../payload-types'
import { forbidden, HttpProblem } from './problem'

/** @throws {HttpProblem} 403 for those who write no texts. */
export const mayImport = (user: User): void => {
  if (!may(user, 'writeTexts')) throw forbidden(onlyWho('writeTexts', 'bring texts in'))
}

const STATUS = {
  too_large: { status: 413, title: 'Too large' },
  too_many: { status: 413, title: 'Too many' },
  unknown: { status: 404, title: 'Not found' },
} as const

/** A refused upload as a problem. @throws {HttpProblem} */
export const orImportProblem = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error
    throw new HttpProblem({ ...STATUS[error.because], detail: error.message })
  }
}

/** @throws {HttpProblem} 400 when it is missing, or no name. */
export const fileNameOf = (request: Request): string => {
  const given = request.headers.get('x-file-name') ?? ''
  const decoded = percentDecoded(given)
  const name = decoded?.split(/[/\\]/).at(-1)?.trim().slice(0, 255)
  if (!name)
    throw new HttpProblem({
      status: 400,
      title: 'Invalid request',
      detail: 'Send the name of the file, percent-encoded, as “X-File-Name”.',
    })
  return name
}

const percentDecoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
