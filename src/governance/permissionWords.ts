import { ROLES, type Role } from '../vocabulary'
import { rolesThatMay, type Action } from './permissions'

/** What people do, as the rest of a sentence that begins with who does it. */
export const DEEDS: Record<Action, string> = {
  writeTexts: 'write texts, bring them in, send them for review, archive and restore them',
  publishTexts: 'publish what is signed',
  reviewTexts: 'sign texts, ask for changes, and resolve comments of others',
  signForCompliance: 'give the signature that a regulated text must have',
  withdrawTexts: 'withdraw texts and cancel what is scheduled',
  nameStandIns: 'name who signs for them while they are away',
  endStandIns: 'end what others lent sooner',
  decideCalibrations: 'decide how sure an answer must be',
  readRecords: 'read receipts, gaps, measures and everything else that is recorded',
  readHandovers: 'read hand-overs',
  workHandovers: 'work on hand-overs',
  manageWebhooks: 'add and change webhooks, make their secrets, and send messages again',
  workGaps: 'work on gaps',
  reportGaps: 'report gaps',
  judgeAnswers: 'judge what bots said',
  keepEvalCases: 'keep eval cases',
  changeOriginOfEvalCases: 'change where an eval case comes from',
  runEvalCases: 'run the eval cases',
  syncSources: 'sync sources',
  manageSources: 'add and change sources',
  describeTopics: 'add and describe topics',
  decideTopics: 'decide who signs a topic, who leads it, and whether bots answer it',
  leadLostTopics: 'look after texts of topics without a lead',
  manageBots: 'add and change bots, and create and revoke their keys',
  maintainIndex: 'look after the index',
  managePeople: 'add people and change their roles',
  confirmRights: 'confirm rights',
  readRights: 'read which rights wait',
  readAudit: 'read the audit log',
  eraseCustomers: 'erase what customers wrote',
  hearOfBreaks: 'are told of what changed unseen',
  acceptBreaks: 'accept what is broken',
}

/** Several people of a role. */
export const PEOPLE_WORDS: Record<Role, string> = {
  author: 'authors',
  approver: 'approvers',
  compliance: 'compliance',
  qa: 'QA reviewers',
  agent: 'agents',
  admin: 'admins',
}

/** `authors, approvers, admins`: for tables. */
export function peopleWho(action: Action): string {
  return peopleOf(action).join(', ')
}

/**
 * `Only QA reviewers and admins run the eval cases.`
 * @param deed what is refused, where that is one of several things of the action.
 */
export function onlyWho(action: Action, deed = DEEDS[action]): string {
  return `Only ${peopleAnd(action)} ${deed}.`
}

/** `authors, approvers and admins`: within a sentence. */
export function peopleAnd(action: Action): string {
  return AND.format(peopleOf(action))
}

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function peopleOf(action: Action): string[] {
  const roles = rolesThatMay(action)
  return ROLES.filter((role) => roles.includes(role)).map((role) => PEOPLE_WORDS[role])
}
