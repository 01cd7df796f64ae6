import { DefaultEditView } from '@payloadcms/ui'
import { Suspense } from 'react'
import type { DocumentViewClientProps, DocumentViewServerProps } from 'payload'
import type { GovernedCollection } from '../../vocabulary'
import { GapsBeside } from '../gaps/GapsBeside'
import { readViewer } from '../viewer'
import { LiveLine } from './LiveLine'
import { readWorkflow } from './readWorkflow'
import { WorkflowProvider } from './WorkflowContext'

/** Payload’s edit view, given the document’s workflow as this person sees it. */
export const GovernedEditView = async (props: DocumentViewServerProps) => {
  const { req, docID, collectionConfig } = props.initPageResult
  const actor = await readViewer(req.payload, req.user)
  const workflow =
    docID && actor && collectionConfig
      ? await readWorkflow({
          payload: req.payload,
          actor,
          collection: collectionConfig.slug as GovernedCollection,
          id: String(docID),
        })
      : null
  return (
    <WorkflowProvider
      workflow={workflow}
      gaps={
        workflow && (
          <Suspense fallback={null}>
            <GapsBeside payload={req.payload} id={workflow.id} />
          </Suspense>
        )
      }
    >
      <LiveLine />
      <DefaultEditView {...slotsOf(props)} />
    </WorkflowProvider>
  )
}

/** Only what a client component may be given. */
const slotsOf = (props: DocumentViewServerProps): DocumentViewClientProps => ({
  documentSubViewType: props.documentSubViewType,
  formState: props.formState,
  viewType: props.viewType,
  BeforeDocumentControls: props.BeforeDocumentControls,
  Description: props.Description,
  EditMenuItems: props.EditMenuItems,
  SaveButton: props.SaveButton,
})
