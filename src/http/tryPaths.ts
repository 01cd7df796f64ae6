import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { TriedMessageSchema, TryMessageSchema } from './escalationSchemas'
import { byId, file, json, SESSION } from './openapiParts'
import {
  CalibrationApprovedSchema,
  KeepCaseSchema,
  KeptCaseSchema,
  ReportedGapSchema,
  ReportGapSchema,
  RunBegunSchema,
  TryRequestSchema,
} from './trySchemas'

/** The calls of Try it and Evals, for OpenAPI. `problem` makes the answer of a refusal. */
export const tryPaths = (problem: (description: string) => ZodOpenApiResponseObject) => {
  const act = (
    operationId: string,
    summary: string,
    o: {
      body?: z.ZodType
      status: string
      result: z.ZodType
      role: string
      /** Why it may not be done as things are. */
      because?: string
    },
  ) => ({
    operationId,
    summary,
    security: SESSION,
    ...(o.body && { requestBody: { required: true, content: json(o.body) } }),
    responses: {
      [o.status]: { description: 'Done, or begun.', content: json(o.result) },
      '400': problem('Fields that cannot be used.'),
      '401': problem('Not signed in.'),
      '403': problem(o.role),
      '404': problem('No such bot.'),
      ...(o.because && { '422': problem(o.because) }),
    },
  })
  return {
    '/try': {
      post: act('tryQuestion', 'Ask as a bot on one’s own behalf; nothing is stored and nothing is counted', {
        body: TryRequestSchema,
        status: '200',
        result: z.object({}).loose().meta({ id: 'Trial' }),
        role: 'An agent, who works hand-overs.',
      }),
    },
    '/escalation/try': {
      post: act(
        'tryMessage',
        'What would become of a customer’s message under the escalation policies in force, and under their drafts',
        {
          body: TryMessageSchema,
          status: '200',
          result: TriedMessageSchema,
          role: 'An agent, who works hand-overs.',
        },
      ),
    },
    '/eval-cases': {
      post: act('keepCase', 'Keep a question that was tried as an eval case', {
        body: KeepCaseSchema,
        status: '201',
        result: KeptCaseSchema,
        role: 'Neither QA reviewer nor admin.',
      }),
    },
    '/eval-cases/export': {
      get: {
        operationId: 'exportCases',
        summary: 'The eval cases that are on, one JSON document a line, in the shape of the eval sets',
        security: SESSION,
        responses: {
          '200': file('The cases.', 'application/jsonl'),
          '401': problem('Not signed in.'),
          '403': problem('An agent, who works hand-overs.'),
        },
      },
    },
    '/eval-runs': {
      post: act('runStoredCases', 'Have the worker ask the stored eval cases', {
        status: '202',
        because: 'No eval case is on.',
        result: RunBegunSchema,
        role: 'Neither QA reviewer nor admin.',
      }),
    },
    '/calibrations/{id}/approve': {
      post: {
        ...act('approveCalibration', 'Put a calibration in force; answers are decided by it from then on', {
          status: '200',
          because: 'Not as things are; the detail says why.',
          result: CalibrationApprovedSchema,
          role: 'Neither approver nor compliance.',
        }),
        requestParams: byId,
      },
    },
  }
}

/** POST /gaps, beside what bots read there. */
export const reportGapPath = (problem: (description: string) => ZodOpenApiResponseObject) => ({
  operationId: 'reportGap',
  summary: 'Put a question on the backlog as a person; it counts as asked by nobody',
  security: SESSION,
  requestBody: { required: true, content: json(ReportGapSchema) },
  responses: {
    '201': { description: 'It is on the backlog.', content: json(ReportedGapSchema) },
    '400': problem('Fields that cannot be used.'),
    '401': problem('Not signed in.'),
    '404': problem('No such bot.'),
    '422': problem('Not by this person.'),
  },
})
