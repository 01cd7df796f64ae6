import { bodyOf, reasonWords, titleOf, type ToldHandover } from './told'

/** As Slack's blocks take them. */
const LONGEST_HEADER = 150
const LONGEST_SECTION = 3_000

/** The body of an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks): blocks, and text for notices. */
export function slackMessage(told: ToldHandover): object {
  const { queue, urgency, reason, href } = told
  const title = titleOf(told)
  return {
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, LONGEST_HEADER), emoji: false } },
      {
        type: 'section',
        fields: [
          field('Why', reasonWords(reason)),
          field('Queue', queue ?? 'none'),
          field('Urgency', urgency),
        ],
      },
      { type: 'section', text: { type: 'mrkdwn', text: cut(escaped(bodyOf(told)), LONGEST_SECTION) } },
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open the hand-over' }, url: href }],
      },
    ],
  }
}

function field(name: string, value: string): object {
  return { type: 'mrkdwn', text: `*${name}*\n${escaped(value)}` }
}

/** What a customer wrote notifies no channel and makes no link (docs.slack.dev/messaging/formatting-message-text). */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Never in the middle of an escape. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/&[a-z]{0,3}$/, '')}…`
}
