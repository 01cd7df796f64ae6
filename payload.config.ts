import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { AcceptanceChecks } from './collections/AcceptanceChecks'
import { ImpactReports } from './collections/ImpactReports'
import { RecallNotices } from './collections/RecallNotices'
import { RecalledAnswers } from './collections/RecalledAnswers'
import { Recalls } from './collections/Recalls'
import { Answers } from './collections/Answers'
import { Approvals } from './collections/Approvals'
import { AssistRecords } from './collections/AssistRecords'
import { AuditLog } from './collections/AuditLog'
import { everyDoor } from './collections/access/everyDoor'
import { Bots } from './collections/Bots'
import { Calibrations } from './collections/Calibrations'
import { Chunks } from './collections/Chunks'
import { governedEditor } from './collections/editor'
import { Comments } from './collections/Comments'
import { ConversationReports } from './collections/ConversationReports'
import { Delegations } from './collections/Delegations'
import { EscalationPolicies } from './collections/EscalationPolicies'
import { EvalCases } from './collections/EvalCases'
import { EvalRuns } from './collections/EvalRuns'
import { Faqs } from './collections/Faqs'
import { forPeople } from './collections/forPeople'
import { GapEvents } from './collections/GapEvents'
import { Gaps } from './collections/Gaps'
import { Grants } from './collections/Grants'
import { HandoverActs } from './collections/HandoverActs'
import { Handovers } from './collections/Handovers'
import { IndexVersions } from './collections/IndexVersions'
import { Notifications } from './collections/Notifications'
import { Policies } from './collections/Policies'
import { labelledErrors } from './collections/labelledErrors'
import { readableJson } from './collections/readableJson'
import { RecordSeals } from './collections/RecordSeals'
import { Releases } from './collections/Releases'
import { SecondFactors } from './collections/SecondFactors'
import { SourceItems } from './collections/SourceItems'
import { sources } from './collections/Sources'
import { Topics } from './collections/Topics'
import { usersAt } from './collections/Users/usersAt'
import { Verdicts } from './collections/Verdicts'
import { WebhookDeliveries } from './collections/WebhookDeliveries'
import { webhooks } from './collections/Webhooks'
import { checkLocation } from './ingestion/connectors/checkLocation'
import { jobTasks } from './ingestion/tasks'
import { checkReceiver } from './src/outbound/checkReceiver'
import { jobHandlers } from './src/jobs'
import { databaseAdapter } from './src/database/adapter'
import { emailAdapter } from './src/email/emailAdapter'
import { getEnv, sessionSecret } from './src/env'
import { logStream } from './src/logging/logStream'
import { loggerOptions } from './src/logging/withoutParameters'

const root = path.dirname(fileURLToPath(import.meta.url))
const env = getEnv()

const config = buildConfig({
  secret: sessionSecret(env),
  telemetry: false,
  db: databaseAdapter(env),
  editor: governedEditor,
  email: emailAdapter(env),
  // Scopes such as read:gaps have no GraphQL name, so that its schema cannot be built; and one door less to guard.
  graphQL: { disable: true },
  collections: forPeople([
    Policies,
    Faqs,
    EscalationPolicies,
    Topics,
    sources({
      sourceDirs: env.sourceDirs,
      checkLocation: (place) => checkLocation(place, { allowPrivate: env.VOUCH_ALLOW_PRIVATE_HOSTS }),
    }),
    Gaps,
    Verdicts,
    Handovers,
    Answers,
    Recalls,
    ConversationReports,
    EvalRuns,
    Calibrations,
    EvalCases,
    Delegations,
    Grants,
    Comments,
    Notifications,
    Bots,
    webhooks((url) => checkReceiver(url, { allowPrivate: env.VOUCH_ALLOW_PRIVATE_HOSTS })),
    WebhookDeliveries,
    usersAt(env.publicUrl, env.VOUCH_SECOND_FACTOR),
    SecondFactors,
    IndexVersions,
    AuditLog,
    RecordSeals,
    Approvals,
    Releases,
    Chunks,
    GapEvents,
    HandoverActs,
    AssistRecords,
    SourceItems,
    AcceptanceChecks,
    ImpactReports,
    RecalledAnswers,
    RecallNotices,
  ]).map(readableJson),
  hooks: { afterError: [labelledErrors] },
  jobs: {
    tasks: jobTasks(jobHandlers),
    deleteJobOnComplete: false,
    access: { run: () => false, queue: () => false, cancel: () => false },
  },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'd MMM yyyy, HH:mm',
    meta: {
      titleSuffix: ' · Vouch',
      description: 'Where a company writes down what its bots may say.',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
    },
    components: {
      graphics: { Logo: '/src/admin/brand/Logo#Logo', Icon: '/src/admin/brand/Icon#Icon' },
      actions: ['/src/admin/search/SearchBox#SearchBox', '/src/admin/notices/Bell#Bell'],
      beforeNavLinks: ['/src/admin/nav/KeepNavOpen#KeepNavOpen', '/src/admin/nav/RoomLinks#RoomLinks'],
      views: {
        dashboard: { Component: '/src/admin/today/Today#Today' },
        login: { Component: '/src/admin/signIn/SignInView#SignInView', path: '/login' },
        waiting: { Component: '/src/admin/review/WaitingRoom#WaitingRoom', path: '/waiting' },
        review: { Component: '/src/admin/review/ReviewPage#ReviewPage', path: '/review/:collection/:id' },
        calendar: { Component: '/src/admin/calendar/CalendarRoom#CalendarRoom', path: '/calendar' },
        try: { Component: '/src/admin/tryIt/TryRoom#TryRoom', path: '/try' },
        chat: { Component: '/src/admin/chat/ChatRoom#ChatRoom', path: '/chat/:bot' },
        import: { Component: '/src/admin/imports/ImportRoom#ImportRoom', path: '/import' },
        said: { Component: '/src/admin/said/SaidRoom#SaidRoom', path: '/said' },
        transcript: {
          Component: '/src/admin/transcripts/TranscriptRoom#TranscriptRoom',
          path: '/transcripts/:id',
        },
        freshness: { Component: '/src/admin/freshness/FreshnessRoom#FreshnessRoom', path: '/freshness' },
      },
    },
    importMap: { baseDir: root, importMapFile: path.resolve(root, 'src/app/(payload)/admin/importMap.js') },
  },
  custom: {
    secondFactorFor: env.VOUCH_SECOND_FACTOR,
    mutationScores: env.VOUCH_MUTATION_SCORES,
    publicUrl: env.publicUrl,
  },
  // What a person did wrong is told to them; at `error` it would hide what is wrong with the server.
  loggingLevels: {
    AuthenticationError: 'info',
    LockedAuth: 'info',
    APIError: 'warn',
    // Not errors of Payload's, whose names alone it knows; it asks for any.
    ...({ CodeNeeded: false, EnrolmentNeeded: false, WrongCode: 'info', TooManyAttempts: 'info' } as object),
  },
  logger: { options: { level: env.LOG_LEVEL, name: 'vouch', ...loggerOptions }, destination: logStream() },
  // Else every start outside of production writes the types anew, in a process of its own.
  typescript: { outputFile: path.resolve(root, 'payload-types.ts'), autoGenerate: false },
})

export default config.then(everyDoor)
