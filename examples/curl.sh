#!/bin/sh
# One question with curl. VOUCH_URL and VOUCH_KEY say where and as which bot.
set -eu
: "${VOUCH_KEY:?Set VOUCH_KEY to a bot’s key.}"
question=${1:-How long can I send back a laptop?}
body=$(printf '%s' "$question" | sed 's/\\/\\\\/g; s/"/\\"/g')
curl --fail-with-body --silent --show-error "${VOUCH_URL:-http://127.0.0.1:3000}/api/v1/answer" \
  --header "Authorization: Bearer $VOUCH_KEY" \
  --header 'Content-Type: application/json' \
  --data "{\"question\": \"$body\"}"
echo
