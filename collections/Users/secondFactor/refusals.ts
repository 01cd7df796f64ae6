import { randomBytes } from 'node:crypto'
import { APIError, type Payload } from 'payload'
import { renderSVG } from 'uqr'
import { addressOfKey, keyOfEnrolment } from '../../../src/governance/secondFactor'

/** The password was right, and that is not enough: `data.secondFactor` says what is wanted. No session is there yet. */
abstract class SecondStep extends APIError<Record<string, unknown>> {
  constructor(message: string, data: { secondFactor: 'code' | 'enrol' } & Record<string, unknown>) {
    super(message, 401, data, true)
  }
}

export class CodeNeeded extends SecondStep {
  override name = 'CodeNeeded'
  constructor() {
    super('Give the code of your authenticator app, or a recovery code.', { secondFactor: 'code' })
  }
}

/** Nobody has this account’s roles here without a second factor: what to set one up with. */
export class EnrolmentNeeded extends SecondStep {
  override name = 'EnrolmentNeeded'
  constructor(offer: Offer) {
    super(
      'Your roles are used with a second factor alone here. Add Vouch to your authenticator app, and give its code.',
      { secondFactor: 'enrol', ...offer },
    )
  }
}

export class WrongCode extends APIError {
  override name = 'WrongCode'
  constructor(status: 400 | 401) {
    super(
      'This code is not right, or was used before. Codes of the app change every half minute: give the one that it shows now. Is the clock of your phone right?',
      status,
      undefined,
      true,
    )
  }
}

/** What an authenticator app is set up with. Nothing of it is stored until a code of it comes back. */
export interface Offer {
  /** Names the offer when the code comes back. */
  enrolment: string
  /** Base32, to type. */
  key: string
  /** What the QR code says. */
  address: string
  /** The QR code, as SVG. */
  qr: string
}

export function makeOffer({ secret }: Payload, person: { id: string; email: string }): Offer {
  const enrolment = randomBytes(18).toString('base64url')
  const key = keyOfEnrolment(secret, { person: person.id, enrolment })
  const address = addressOfKey(key, person.email)
  return { enrolment, key, address, qr: renderSVG(address, { border: 2 }) }
}
