const TOO_LONG =
  /context[_ ](?:length|size|window)|maximum context|exceed_context_size|maximum number of tokens|prompt is too long|too many (?:input )?tokens|input (?:is )?too long/i

/** Whether a server's words say that it was sent more than it takes. */
export const isTooLong = (message: string): boolean => TOO_LONG.test(message)
