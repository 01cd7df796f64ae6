'use client'

import { Moment } from '../time/Moment'
import type { Workflow } from './types'

/** Who signed exactly this text, and what is still missing. */
export const Signatures = ({
  workflow: { signatures, needed, missing, riskTier },
}: {
  workflow: Workflow
}) => (
  <div className="vouch-rail__part">
    <h3>
      Signatures{' '}
      <span className="vouch-quiet">
        {Math.min(signatures.length, needed)} of {needed}
      </span>
    </h3>
    {signatures.map((signature) => (
      <div key={`${signature.name}${signature.at}`} className="vouch-entry">
        <span>
          <span aria-hidden="true">✓ </span>
          {signature.name} {signature.onBehalfOf && <>for {signature.onBehalfOf} </>}
          <span className="vouch-quiet">{signature.roles}</span>
        </span>
        <span className="vouch-quiet">
          <Moment at={signature.at} />
        </span>
        {signature.comment && <q className="vouch-entry__comment">{signature.comment}</q>}
        {signature.waivers.map(({ conflict, reason }) => (
          <p key={`${conflict}${reason}`} className="vouch-entry__comment">
            <span className="vouch-quiet">
              {conflict ?? 'A text in force says otherwise'} – both may stand:{' '}
            </span>
            <q>{reason}</q>
          </p>
        ))}
      </div>
    ))}
    {missing && (
      <p className="vouch-quiet">
        {riskTier === 'standard' ? 'One approver who did not write it signs.' : missing}
      </p>
    )}
  </div>
)
