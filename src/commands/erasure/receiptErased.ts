import type { Answer } from '../../../payload-types'
import { VouchError } from '../../errors'

/** What was asked here was erased, so that it cannot be asked again or judged. */
export class ReceiptErased extends VouchError {
  override name = 'ReceiptErased'
  constructor({ id, erasedAt }: Pick<Answer, 'id' | 'erasedAt'>) {
    super(
      `What the customer wrote in the receipt ${id} was erased on ${(erasedAt ?? '').slice(0, 10)}, so it cannot be asked again. How it ended and what it cited are kept.`,
    )
  }
}
