'use client'

import { Button, useModal } from '@payloadcms/ui'
import { counted } from '../words'
import { ProveDialog } from './ProveDialog'
import { SetUpDialog } from './SetUpDialog'

const SET_UP = 'vouch-factor-set-up'
const CODES = 'vouch-factor-codes'
const OFF = 'vouch-factor-off'

/** One’s own second factor: set up, given new recovery codes, turned off. @param codesLeft null where there is no factor. */
export const OwnFactor = ({ codesLeft, refusal }: { codesLeft: number | null; refusal: string | null }) => {
  const { openModal } = useModal()
  if (codesLeft === null)
    return (
      <>
        <Button margin={false} size="medium" onClick={() => openModal(SET_UP)}>
          Set up a second factor
        </Button>
        <SetUpDialog slug={SET_UP} />
      </>
    )
  return (
    <>
      <p className={codesLeft < 3 ? 'vouch-warn' : 'vouch-quiet'}>
        {counted(codesLeft, 'recovery code')} left{codesLeft < 3 && ': make new ones'}.
      </p>
      <div className="vouch-buttons">
        <Button buttonStyle="secondary" margin={false} size="medium" onClick={() => openModal(CODES)}>
          Make new recovery codes
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          size="medium"
          disabled={refusal !== null}
          onClick={() => openModal(OFF)}
          extraButtonProps={refusal ? { 'aria-describedby': `${OFF}-why` } : {}}
        >
          Turn it off
        </Button>
      </div>
      {refusal && (
        <p id={`${OFF}-why`} className="vouch-quiet">
          {refusal}
        </p>
      )}
      <ProveDialog
        slug={CODES}
        title="Make new recovery codes"
        says="The ones that you have now count no more."
        act="Make new codes"
        path="/api/users/second-factor/recovery-codes"
      />
      <ProveDialog
        slug={OFF}
        title="Turn the second factor off"
        says="From then on your password alone opens your account. Your other sessions end."
        act="Turn it off"
        actStyle="error"
        path="/api/users/second-factor/off"
      />
    </>
  )
}
