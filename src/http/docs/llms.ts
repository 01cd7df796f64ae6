/** What a language model is told that looks for how to use this installation (llmstxt.org). */
export const llmsText = (publicUrl: string): string => `# Vouch

> Vouch holds what a company has approved its bots to say. It answers a customer’s question by quoting texts that people
> signed, with citations, or says as a typed outcome why not. Pass its message on word for word: never answer yourself where
> it refuses or hands over.

Every call needs a bot’s key: \`Authorization: Bearer vch_…\`. People make keys on the bot’s page in the admin.

## Ask

- [The API in Markdown](${publicUrl}/docs.md): every call and every shape
- [OpenAPI 3.1](${publicUrl}/api/v1/openapi.json): the same as JSON
- [A page to try it](${publicUrl}/docs): for people
- \`POST ${publicUrl}/api/v1/answer\` with \`{ "question": "…" }\`: one of four outcomes (answered, clarify, escalated, refused)

## Other ways in

- \`${publicUrl}/mcp\`: Model Context Protocol; tools answer, search_approved, get_document, list_gaps, get_receipt, verify_receipt
- \`${publicUrl}/v1\`: base URL for OpenAI’s clients; chat completions and responses, the model is “vouch”
`
