// Made by "npm run generate:client" from the OpenAPI document. Do not edit.

export interface paths {
    "/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question from signed text in force */
        post: operations["answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Help a colleague in a live conversation: replies to send, next steps, knowledge, how the customer feels */
        post: operations["assist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assist/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what came of a suggestion: used, edited or rejected */
        post: operations["reportAssist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as a file, the oldest row first; the export is recorded in it */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Walk the audit chain now, and say where it breaks */
        post: operations["checkAuditChain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bots/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key for a bot, as an admin who is signed in; it is told this once */
        post: operations["createBotKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bots/{id}/keys/{prefix}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set what a key may be used for, from where and until when */
        post: operations["limitBotKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bots/{id}/keys/{prefix}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a key away from a bot, as an admin who is signed in; it opens nothing from then on */
        post: operations["revokeBotKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bots/{id}/keys/{prefix}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key in place of another, which ends after a while; the new one is told this once */
        post: operations["rotateBotKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibrations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a calibration in force; answers are decided by it from then on */
        post: operations["approveCalibration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a comment as dealt with */
        post: operations["resolveComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what the customer thought of it */
        post: operations["reportFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a conversation ended */
        post: operations["reportOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers a customer that was passed to a person, and what they wrote. Ask every few seconds, then less often; a key of a page has an allowance of its own for it */
        get: operations["replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{collection}/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on the working version, or on a passage of it, as the person who is signed in */
        post: operations["comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{collection}/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the report on a text in review made anew: past questions answered from what is in force, and as if it were published */
        post: operations["makeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{collection}/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a document through its workflow, as the person who is signed in */
        post: operations["transition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{collection}/{id}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a document stands, and what the person who is signed in may do with it */
        get: operations["workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/escalation/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would become of a customer’s message under the escalation policies in force, and under their drafts */
        post: operations["tryMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eval-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a question that was tried as an eval case */
        post: operations["keepCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eval-cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The eval cases that are on, one JSON document a line, in the shape of the eval sets */
        get: operations["exportCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eval-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the worker ask the stored eval cases */
        post: operations["runStoredCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many texts in force someone still vouches for, by topic and by owner */
        get: operations["freshness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this key’s bot could not answer, what has the most impact first */
        get: operations["gaps"];
        put?: never;
        /** Put a question on the backlog as a person; it counts as asked by nobody */
        post: operations["reportGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["gap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which text will be mended so that a gap closes */
        post: operations["amendForGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a gap an owner */
        post: operations["assignGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about a gap */
        post: operations["commentOnGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the proof of a sensitive or regulated text */
        post: operations["confirmGapProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss a gap, with a reason */
        post: operations["dismissGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the draft that would close a gap */
        post: operations["draftFromGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say by when a gap is to be closed */
        post: operations["setGapDue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put other gaps into this one */
        post: operations["mergeGaps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a dismissed gap on the backlog again */
        post: operations["reopenGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take askings out of a gap */
        post: operations["splitGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/{id}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a gap was looked at and is one */
        post: operations["triageGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gaps/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The backlog as CSV */
        get: operations["exportGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was passed to a person, the newest first; a key sees its own bot’s */
        get: operations["handovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hand-over with its package and what was done with it */
        get: operations["handover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a hand-over, so that nobody else does */
        post: operations["claimHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How the customer is reached: what they gave, and what the bot knew. That it was read is recorded */
        post: operations["readHandoverContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a note for colleagues */
        post: operations["noteOnHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the customer */
        post: operations["replyToHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a text is missing or wrong, in a colleague’s words; it goes on the backlog */
        post: operations["reportArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is done */
        post: operations["resolveHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to the bot, with a summary */
        post: operations["returnHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file in and see which drafts it would become; none is made yet */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{batch}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make drafts of what was brought in, as the person who is signed in */
        post: operations["draftImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The index versions, the progress of a build, and what the worker has to do */
        get: operations["index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the worker build a new index version beside the active one */
        post: operations["buildIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give failed jobs all their tries again */
        post: operations["retryJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go back to the index version that was active before */
        post: operations["rollBackIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/versions/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an index version that is ready, and make it the one that answers */
        post: operations["activateIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/versions/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the points of an index version that does not answer */
        post: operations["removeIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well bots help: resolution, escalation, repeats, gaps and satisfaction of a period */
        get: operations["measures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The measures as a table (CSV), with the figures of each topic, bot, channel or language */
        get: operations["exportMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signed-in person should know, the newest first */
        get: operations["notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices of the signed-in person as read */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The recalls that this key’s bot was told of, the newest first */
        get: operations["recalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recalls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers of this key’s bot that a recall lists */
        get: operations["recalledAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recalls/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that this key’s bot has acted on a recall; keys that were stopped for it work again */
        post: operations["acknowledgeRecall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recalls/{id}/follow-ups/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say, as the person who is signed in, that a customer was told what is right now */
        post: operations["finishFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored record of an answer that was given to this key’s bot */
        get: operations["receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find an answer’s evidence again, byte for byte, and say what today’s answer would be and why */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say as a reviewer whether what a bot did with a turn was right */
        post: operations["judgeAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rights/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a right that another admin gave */
        post: operations["confirmRight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rights/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a right that another admin gave */
        post: operations["refuseRight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Texts by title, words and meaning, drafts too, as the person who is signed in */
        get: operations["searchTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a sync of a source, as an admin or author who is signed in; what it did is on the source */
        post: operations["syncSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask as a bot on one’s own behalf; nothing is stored and nothing is counted */
        post: operations["tryQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the last user message, as OpenAI’s Chat Completions */
        post: operations["chatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models that a key may ask: one */
        get: operations["models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the last user message, as Open Responses */
        post: operations["response"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verdicts/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What reviewers say that turns are, one JSON document a line, as “vouch triggers fit” reads it */
        get: operations["turnExamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What other systems were told, or wait to be, the newest first */
        get: operations["webhookMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-messages/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again, under its own id and with all its tries */
        post: operations["replayWebhookMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a secret for an endpoint; it is told this once, and the one before signs beside it for a day */
        post: operations["newWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set what an endpoint is signed in to with, such as Zendesk’s; it cannot be read again */
        post: operations["setWebhookSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivateIndex: {
            /** @description Activate whatever the check says; it is recorded. */
            force?: boolean;
        };
        AmendForGap: {
            /** @enum {string} */
            collection: "policies" | "faqs";
            id: string;
        };
        Answered: {
            citations: components["schemas"]["Citation"][];
            /**
             * @description Calibrated probability that this answers.
             * @example 0.96
             */
            confidence: number;
            /**
             * @description What was not available while answering; empty when everything was.
             * @example []
             */
            degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
            /** @description With explain: candidates, scores, features, versions. */
            explanation?: {
                [key: string]: unknown;
            };
            /** @description Of a bot whose answers are generated. */
            generation?: components["schemas"]["Generation"];
            /**
             * @description The language of the message.
             * @example en-GB
             */
            locale: string;
            /** @description The words to show the customer. */
            message: string;
            /**
             * @description The texts' own words, or a language model's, each sentence checked against what it cites.
             * @enum {string}
             */
            mode: "quoted" | "generated";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "answered";
            /** @description The stored record of this answer. */
            receiptId: string;
            sentences: {
                /** @description Numbers of the citations that support it. */
                citations: number[];
                text: string;
            }[];
            /** @description True where the answer that this Idempotency-Key got before does not hold any more (a text of it was withdrawn, changed, or is not for this bot), so that it was decided anew. */
            superseded?: boolean;
        };
        /** @description A question, and what is known of its conversation. */
        AnswerRequest: {
            /**
             * Format: date-time
             * @description Answer as of this past instant; now unless told. Needs the scope answer:history. An instant to come is 400, and what was withdrawn is told of no instant: both are for people, in Try it.
             * @example 2026-10-01T00:00:00Z
             */
            asOf?: string;
            /**
             * @description Where the conversation takes place.
             * @example web
             */
            channel?: string;
            contact?: components["schemas"]["Contact"];
            /**
             * @description Your id of the conversation. Kept as it is, unless it holds an e-mail address, a telephone number or a secret: then by a pseudonym.
             * @example c-81f3
             */
            conversationId?: string;
            /**
             * @description Your id of the customer, or a hash of it. Kept by a pseudonym alone.
             * @example hash-or-id
             */
            customer?: string;
            /**
             * @description Adds candidates, scores and features. Needs the scope explain.
             * @default false
             */
            explain: boolean;
            /**
             * @description BCP 47 language tag.
             * @example en-GB
             */
            locale?: string;
            /**
             * @description Earlier turns, oldest first, without the present question. At most 50.
             * @default []
             */
            messages: components["schemas"]["Message"][];
            /**
             * @description Your own fields, kept on the receipt without the secrets, e-mail addresses and telephone numbers in them.
             * @default {}
             */
            metadata: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description The customer's question, in their own words. 1 to 4,000 characters.
             * @example How long can I send back a laptop?
             */
            question: string;
        };
        /** @description One of four outcomes. */
        AnswerResponse: components["schemas"]["Answered"] | components["schemas"]["Clarify"] | components["schemas"]["Escalated"] | components["schemas"]["Refused"];
        ArticleReport: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description The text that is wrong. */
            document?: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            /**
             * @description No approved text says it, or what one says is wrong.
             * @enum {string}
             */
            kind: "missing" | "wrong";
            note?: string;
            /** @description In your own words; what the customer wants unless given. */
            question?: string;
        };
        AssignGap: {
            /** @description A user’s id, or null. */
            owner: string | null;
        };
        Assist: {
            /** @description Why nothing approved covers it; null where something does. */
            because: ("no_answer" | "only_for_colleagues" | "texts_disagree" | "unavailable") | null;
            /** @description What to ask the customer, where several texts fit. */
            clarify: {
                options: string[];
                question: string;
            } | null;
            degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
            /** @description For saying what came of it. */
            id: string;
            /** @description For the colleague: what was found, agent texts among it where they may read them. */
            knowledge: {
                /**
                 * @description Only what is public may be sent to the customer.
                 * @enum {string}
                 */
                audience: "public" | "customer" | "partner" | "agent" | "internal";
                document: {
                    /** @enum {string} */
                    collection: "policies" | "faqs";
                    id: string;
                    title: string;
                };
                headingPath: string[];
                releaseId: string;
                text: string;
                validFrom: string;
                version: number;
            }[];
            locale: string;
            /** @description The same for the colleague, in a sentence. */
            message: string;
            nextSteps: {
                /** @description The text that says so; null: Vouch’s own. */
                from: {
                    document: {
                        /** @enum {string} */
                        collection: "policies" | "faqs";
                        id: string;
                        title: string;
                    };
                    releaseId: string;
                    version: number;
                } | null;
                text: string;
            }[];
            /** @description Nothing approved that the customer may be told covers this: report the missing article. */
            nothingApproved: boolean;
            /** @description Why the bot would have passed the latest turn to a person. */
            reason: ("asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "sensitive_topic" | "account_specific" | "conflict") | null;
            sentiment: {
                /** @enum {string} */
                change: "better" | "same" | "worse" | "unknown";
                now: {
                    /** @enum {string} */
                    label: "calm" | "upset" | "angry";
                    why: string[];
                };
            };
            /** @description None where nothing approved answers. */
            suggestedReplies: {
                citations: components["schemas"]["Citation"][];
                /**
                 * @description Calibrated probability that this answers.
                 * @example 0.96
                 */
                confidence: number;
                /** @description Which of the customer’s turns it answers. */
                question: string;
                sentences: {
                    /** @description Numbers of the citations that support it. */
                    citations: number[];
                    text: string;
                }[];
                /** @description To send or to change; the words of public texts alone. */
                text: string;
            }[];
            summary: {
                details: {
                    kind: string;
                    text: string;
                }[];
                text: string;
            };
        };
        AssistOutcome: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /**
             * @description Sent as it was, sent in other words, or not sent.
             * @enum {string}
             */
            label: "used" | "edited" | "rejected";
            /**
             * @description Which of them, from 0.
             * @default 0
             */
            suggestion: number;
            /** @description What was sent in its place, or why it was rejected. Kept without secrets. */
            text?: string;
        };
        /** @description A live conversation. */
        AssistRequest: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description Of which bot; a person who is signed in says it where there is no hand-over, and a key is of one bot. */
            bot?: string;
            /**
             * @description Where the conversation takes place.
             * @example web
             */
            channel?: string;
            /**
             * @description Your id of the conversation. Kept as it is, unless it holds an e-mail address, a telephone number or a secret: then by a pseudonym.
             * @example c-81f3
             */
            conversationId?: string;
            /** @description The hand-over that it is, where there is one. */
            handoverId?: string;
            /**
             * @description BCP 47 language tag.
             * @example en-GB
             */
            locale?: string;
            /** @description The conversation, oldest first. Left out: what is known of the hand-over. */
            messages?: components["schemas"]["LiveTurn"][];
        };
        BotKey: {
            key: string;
        };
        BuildIndex: {
            /** @description Start anew instead of going on with an unfinished build. */
            fresh?: boolean;
        };
        CalibrationApproved: {
            id: string;
            name: string;
        };
        /** @description What a walk of the audit chain found. */
        ChainCheck: {
            breaks: {
                id: string;
                /** @constant */
                kind: "audit";
                message: string;
            }[];
            head: {
                hash: string;
                seq: number;
            } | null;
            rows: number;
        };
        ChatCompletion: {
            choices: ({
                /** @constant */
                finish_reason: "stop";
                /** @constant */
                index: 0;
                message: {
                    annotations?: {
                        /** @constant */
                        type: "url_citation";
                        url_citation: {
                            end_index: number;
                            /** @description Where the sentence stands in the message. */
                            start_index: number;
                            title: string;
                            /** @description Where the signed text is read, in the admin. */
                            url: string;
                        };
                    }[];
                    content: string;
                    /** @description Of a question that is refused; the content too. */
                    refusal: string | null;
                    /** @constant */
                    role: "assistant";
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            created: number;
            /** @example chatcmpl-<receiptId> */
            id: string;
            /** @constant */
            model: "vouch";
            /** @constant */
            object: "chat.completion";
            /** @description Of a model that worded the answer; none did where the texts are quoted. */
            usage: {
                completion_tokens: number;
                prompt_tokens: number;
                total_tokens: number;
            } & {
                [key: string]: unknown;
            };
            vouch: components["schemas"]["AnswerResponse"];
        } & {
            [key: string]: unknown;
        };
        /** @description As OpenAI’s Chat Completions has it; the last user message is the question. */
        ChatCompletionRequest: {
            messages: components["schemas"]["OpenAIMessage"][];
            metadata?: {
                [key: string]: string | number | boolean | null;
            } | null;
            modalities?: "text"[] | null;
            /**
             * @description Any name; the bot’s key chooses.
             * @example vouch
             */
            model?: string;
            n?: 1 | null;
            response_format?: ({
                /** @constant */
                type: "text";
            } & {
                [key: string]: unknown;
            }) | null;
            safety_identifier?: string | null;
            stream?: boolean | null;
            stream_options?: ({
                include_usage?: boolean | null;
            } & {
                [key: string]: unknown;
            }) | null;
            tool_choice?: ("none" | "auto") | null;
            /** @description Your id of the customer; kept by a pseudonym alone. */
            user?: string | null;
            vouch?: components["schemas"]["VouchFields"];
        } & {
            [key: string]: unknown;
        };
        /** @description A span of signed text that was in force. */
        Citation: {
            chunkId: string;
            /** @example sha256:9f86d0… */
            contentHash: string;
            document: {
                /** @enum {string} */
                collection: "policies" | "faqs";
                id: string;
                /** @example Returns */
                title: string;
            };
            /** @example 1201 */
            end: number;
            /**
             * @example [
             *       "Returns",
             *       "Electronics"
             *     ]
             */
            headingPath: string[];
            /**
             * @description What sentences refer to.
             * @example 1
             */
            number: number;
            /**
             * @description Exactly the release's text from start to end.
             * @example 30 days from delivery
             */
            quote: string;
            releaseId: string;
            /**
             * @description UTF-16 offset into the release's text.
             * @example 1180
             */
            start: number;
            /**
             * @description Since when the text is in force, ISO 8601.
             * @example 2026-09-01T00:00:00Z
             */
            validFrom: string;
            /**
             * @description Version of the document that was signed.
             * @example 4
             */
            version: number;
        };
        ClaimHandover: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description Take it from whoever has it, such as a colleague who went home. */
            takeOver?: boolean;
        };
        Clarify: {
            /**
             * @description What was not available while answering; empty when everything was.
             * @example []
             */
            degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
            /** @description With explain: candidates, scores, features, versions. */
            explanation?: {
                [key: string]: unknown;
            };
            /**
             * @description The language of the message.
             * @example en-GB
             */
            locale: string;
            /** @description The words to show the customer. */
            message: string;
            /**
             * @example [
             *       "Online",
             *       "In a shop"
             *     ]
             */
            options: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "clarify";
            /** @description The stored record of this answer. */
            receiptId: string;
            /** @description True where the answer that this Idempotency-Key got before does not hold any more (a text of it was withdrawn, changed, or is not for this bot), so that it was decided anew. */
            superseded?: boolean;
        };
        Comment: {
            by: string;
            id: string;
            version: number;
        };
        CommentOnGap: {
            body: string;
        };
        CommentRequest: {
            body: string;
            expectedVersion: number;
            /** @description The words that it is about, as W3C’s text quote selector; none: the whole text. */
            passage?: {
                exact: string;
                prefix?: string;
                suffix?: string;
            };
        };
        ConfirmedProof: {
            failing: string | null;
            verified: boolean;
            why: string | null;
        };
        /** @description What you know of the customer already. Where the turn is passed to a person it is kept sealed with the hand-over, for whoever works it, beside what the customer wrote; else it is not kept at all. */
        Contact: {
            address?: string;
            email?: string;
            name?: string;
            orderNumber?: string;
            phone?: string;
        };
        DecidedRight: {
            id: string;
            /** @enum {string} */
            state: "confirmed" | "refused";
            title: string;
        };
        DismissGap: {
            note: string;
            /** @enum {string} */
            reason: "approved_non_answer" | "not_ours";
        };
        Drafted: {
            drafts: {
                /** @enum {string} */
                collection?: "policies" | "faqs" | "escalation-policies";
                error?: string;
                file: string;
                id?: string;
                key: string;
                title?: string;
            }[];
        };
        DraftFromGap: {
            /** @enum {string} */
            collection: "policies" | "faqs";
        };
        DraftUploads: {
            documents: {
                /** @enum {string} */
                as: "faq" | "policy" | "procedure" | "product" | "guide";
                /** @enum {string} */
                audience: "public" | "customer" | "partner" | "agent" | "internal";
                file: string;
                key: string;
                topic: string | null;
            }[];
        };
        DueGap: {
            /** @description An instant, or null for none. */
            dueAt: string | null;
        };
        Escalated: {
            /**
             * @description What was not available while answering; empty when everything was.
             * @example []
             */
            degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
            /** @description With explain: candidates, scores, features, versions. */
            explanation?: {
                [key: string]: unknown;
            };
            handover: {
                id: string;
                /** @example billing */
                queue: string | null;
                /** @enum {string} */
                urgency: "normal" | "high";
            };
            /**
             * @description The language of the message.
             * @example en-GB
             */
            locale: string;
            /** @description The words to show the customer. */
            message: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "escalated";
            /** @enum {string} */
            reason: "asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "sensitive_topic" | "account_specific" | "conflict";
            /** @description The stored record of this answer. */
            receiptId: string;
            /** @description True where the answer that this Idempotency-Key got before does not hold any more (a text of it was withdrawn, changed, or is not for this bot), so that it was decided anew. */
            superseded?: boolean;
        };
        EvalRunBegun: {
            run: string;
        };
        FeedbackReport: {
            /** @description Kept without secrets. */
            comment?: string;
            /** @description 1, very dissatisfied, to 5, very satisfied. */
            csat?: number;
            /** @description The answer that it is about. */
            receiptId?: string;
            /** @enum {string} */
            thumbs?: "up" | "down";
        };
        /** @description What the customer was told, without secrets. */
        FollowUp: {
            /** @default  */
            note: string;
        };
        Found: {
            data: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
                /** @description Whether the words are those that bots are told now. */
                live: boolean;
                snippet: {
                    hit: boolean;
                    text: string;
                }[];
                /** @enum {string} */
                state: "draft" | "in_review" | "changes_requested" | "approved" | "scheduled" | "published" | "superseded" | "withdrawn" | "archived";
                title: string;
            }[];
        };
        /** @description How many texts in force someone still vouches for. */
        Freshness: {
            at: string;
            overall: {
                due: number;
                overdue: number;
                texts: number;
                verified: number;
            };
            overdue: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
                owner: {
                    id: string;
                    name: string;
                } | null;
                reviewAt: string | null;
                title: string;
                topic: string;
                version: number;
            }[];
            owners: {
                due: number;
                id: string | null;
                name: string;
                overdue: number;
                texts: number;
                verified: number;
            }[];
            topics: {
                due: number;
                id: string | null;
                name: string;
                overdue: number;
                texts: number;
                verified: number;
            }[];
        };
        /** @description One missing thing: the cluster of refusals that one text would have prevented. */
        Gap: {
            closedAt: string | null;
            closingReceiptId: string | null;
            createdAt: string;
            draft: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string | null;
            } | null;
            dueAt: string | null;
            id: string;
            /** @description Recent askings × risk of the nearest text × minutes that an asking costs. */
            impact: number;
            lastSeenAt: string;
            mergedInto: string | null;
            owner: string | null;
            people: number;
            question: string;
            reason: string;
            seen: number;
            state: string;
        };
        GapList: {
            data: components["schemas"]["Gap"][];
            nextCursor: string | null;
        };
        /** @description A gap, with the questions that opened it. */
        GapWithQuestions: {
            closedAt: string | null;
            closingReceiptId: string | null;
            createdAt: string;
            draft: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string | null;
            } | null;
            dueAt: string | null;
            id: string;
            /** @description Recent askings × risk of the nearest text × minutes that an asking costs. */
            impact: number;
            lastSeenAt: string;
            mergedInto: string | null;
            owner: string | null;
            people: number;
            question: string;
            /** @description What was asked, the newest first. */
            questions: {
                askedAt: string;
                question: string;
                reason: string;
                receiptId?: string | null;
            }[];
            reason: string;
            seen: number;
            state: string;
        };
        /** @description What a language model had to do with an answer. */
        Generation: {
            /** @description Of the model that judged its sentences. */
            entailment: string | null;
            /** @description Host and name of the model that was asked to word it. */
            model: string | null;
            /**
             * @description Versions of the prompts that were sent.
             * @example [
             *       "answer-2"
             *     ]
             */
            prompts: string[];
            /**
             * @description Why the texts' own words were given instead of the model's; absent where its were.
             * @enum {string}
             */
            quotedBecause?: "faq_says_it" | "no_passages" | "not_configured" | "failed" | "unsupported" | "reworded" | "not_entailed";
            /** @description Tokens as the servers count them, of replies that failed too. */
            usage: {
                completionTokens: number;
                promptTokens: number;
                /** @description Of these, what a reasoning model thought. */
                thinkingTokens?: number;
            };
        };
        /** @description A conversation that was passed to a person. */
        Handover: {
            botId: string | null;
            claimedAt: string | null;
            /** @description The name of the colleague who has it. */
            claimedBy: string | null;
            createdAt: string;
            endedAt: string | null;
            id: string;
            /** @description The turn that led here, without secrets. */
            question: string;
            queue: string;
            /** @enum {string} */
            reason: "asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "sensitive_topic" | "account_specific" | "conflict";
            receiptId: string | null;
            /** @enum {string} */
            state: "open" | "claimed" | "resolved" | "returned";
            summary: string | null;
            /** @enum {string} */
            urgency: "normal" | "high";
        };
        /** @description How the customer of a hand-over is reached. */
        HandoverContact: {
            details: {
                /** @enum {string} */
                kind: "name" | "phone" | "e-mail" | "address" | "order number";
                text: string;
                /** @description The turn of the transcript that it was given in, from 1; null: the bot knew it, or it was said later. */
                turn: number | null;
            }[];
            /**
             * @description Whether there is something: the customer gave nothing, it is here, it was erased, or it was sealed under another secret of the installation.
             * @enum {string}
             */
            state: "none" | "open" | "erased" | "unreadable";
        };
        /** @description A hand-over with its package and what was done with it. */
        HandoverDossier: {
            acts: {
                /** @enum {string} */
                act: "claimed" | "noted" | "replied" | "resolved" | "returned";
                at: string;
                by: string;
                text: string | null;
            }[];
            botId: string | null;
            channel: string | null;
            claimedAt: string | null;
            /** @description The name of the colleague who has it. */
            claimedBy: string | null;
            conversationId: string | null;
            createdAt: string;
            /** @description By the pseudonym under which they are kept. */
            customer: string | null;
            endedAt: string | null;
            id: string;
            locale: string | null;
            package: components["schemas"]["HandoverPackage"];
            /** @description The turn that led here, without secrets. */
            question: string;
            queue: string;
            /** @enum {string} */
            reason: "asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "sensitive_topic" | "account_specific" | "conflict";
            receiptId: string | null;
            /** @enum {string} */
            state: "open" | "claimed" | "resolved" | "returned";
            summary: string | null;
            /** @enum {string} */
            urgency: "normal" | "high";
        };
        HandoverList: {
            data: components["schemas"]["Handover"][];
            nextCursor: string | null;
        };
        /** @description All that a colleague needs to take over, as it was stored. */
        HandoverPackage: {
            /** @description 5. Signed texts about it; to a bot those that it may pass on now. */
            considered: unknown;
            /** @description 2. What they have given already. How they are reached is not in it: “contact” has the kinds, and POST /handovers/{id}/contact tells them. */
            details: unknown;
            /** @description 1. What the customer wants. */
            intent: unknown;
            /** @description 7. What to do. */
            nextSteps: unknown;
            /** @description 6. How they sound, and why; “urgency” is beside it. */
            sentiment: unknown;
            /** @description 3. The conversation, without secrets. */
            transcript: unknown;
            /** @description 4. What they were told. */
            tried: unknown;
        } & {
            [key: string]: unknown;
        };
        ImportPreview: {
            [key: string]: unknown;
        };
        Index: {
            failed: number;
            /** @description At most 100 that wait or run, and 100 that were given up. */
            jobs: {
                document: {
                    /** @enum {string} */
                    collection: "policies" | "faqs" | "escalation-policies";
                    id: string;
                    title: string;
                    version: number;
                } | null;
                id: string;
                nextTryAt: string | null;
                queuedAt: string;
                reason: string | null;
                /** @enum {string} */
                state: "waiting" | "running" | "failed";
                task: string;
                tried: number;
                triedAt: string | null;
            }[];
            /** @description Why this process cannot use the active version fully. */
            problem: string | null;
            versions: {
                activatedAt: string | null;
                build: {
                    done: number;
                    problem: string | null;
                    /** @description Chunks a second. */
                    rate: number | null;
                    running: boolean;
                    secondsLeft: number | null;
                    total: number;
                } | null;
                builtAt: string | null;
                chunker: string;
                createdAt: string;
                /** @description Null: words alone. */
                embeddingModel: string | null;
                id: string;
                /** @description Null: its store cannot be asked. */
                points: number | null;
                /** @description What its check found against it. */
                problems: string[];
                recall: {
                    active: number | null;
                    built: number;
                } | null;
                /** @enum {string} */
                state: "building" | "ready" | "active" | "retired";
                store: string;
            }[];
            waiting: number;
        };
        IndexVersionId: {
            version: string;
        };
        KeepCase: {
            /** @description The id of the bot to ask as. */
            bot: string;
            /** @enum {string} */
            expectedOutcome: "answered" | "clarify" | "escalated" | "refused";
            /**
             * @description Documents that answer it.
             * @default []
             */
            gold: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            }[];
            locale: string;
            /**
             * @description Earlier turns, oldest first, without the present question. At most 50.
             * @default []
             */
            messages: components["schemas"]["Message"][];
            /**
             * @description The customer's question, in their own words. 1 to 4,000 characters.
             * @example How long can I send back a laptop?
             */
            question: string;
            /**
             * @description The precise reason of what came of the trial, where that is what is expected.
             * @default null
             */
            reason: string | null;
        };
        KeptCase: {
            /** @description Off until it says which document answers it. */
            active: boolean;
            id: string;
            kind: string;
        };
        KeptLabel: {
            id: string;
        };
        KeptReport: {
            id: string;
        };
        KeyLimits: {
            /**
             * Format: date-time
             * @description From then on it opens nothing; null: it does not end by itself.
             */
            expiresOn: ((string | null) | null) | string | null;
            /**
             * @description What it is for.
             * @example Web chat
             */
            name: string | null;
            /**
             * @description Networks that it may be used from; none: anywhere.
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            networks: string[];
            /**
             * @description Sites whose pages alone may use it; none: anywhere.
             * @example [
             *       "https://example.com"
             *     ]
             */
            origins: string[];
            /** @description What it opens of what its bot may do; none: all of it. */
            scopes: ("answer" | "answer:history" | "explain" | "read:receipts" | "read:reasons" | "read:gaps" | "write:outcomes" | "read:handovers" | "write:handovers" | "acknowledge:recalls")[];
        };
        LiveTurn: {
            content: string;
            /**
             * @description Who said it; agent: a colleague.
             * @enum {string}
             */
            role: "customer" | "bot" | "agent";
        };
        /** @description Each is defined in docs/measures.md. */
        Measures: {
            aiResolution: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            bot: string | null;
            channel: string | null;
            conversations: number;
            csat: {
                average: number | null;
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            /** @description How the conversations ended that began on each day (UTC). */
            days: {
                conversations: number;
                /** @example 2026-11-01 */
                day: string;
                /** @description 7 where a period has many days. */
                days: number;
                ended: {
                    /** @description its last question was answered */
                    answered: number;
                    /** @description small talk, or things that are not the company’s, and nothing else */
                    aside: number;
                    /** @description the bot asked back, and the customer said no more */
                    asked_back: number;
                    /** @description a turn of it was handed over, whatever came after */
                    handed_over: number;
                    /** @description its last question was refused */
                    refused: number;
                };
            }[];
            escalation: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            escalationByReason: {
                count: number;
                of: number;
                reason: string;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            }[];
            firstContactResolution: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            from: string;
            handlingTime: {
                averageMinutes: number | null;
                handovers: number;
            };
            knowledgeGap: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            language: string | null;
            outcomeKnown: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            repeatContact: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            resolvedByPeople: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            thumbsUp: {
                count: number;
                of: number;
                /** @description count ÷ of; null where there is nothing to share. */
                share: number | null;
            };
            to: string;
            topic: string | null;
        };
        MergeGaps: {
            /** @description The gaps that become part of this one. */
            others: string[];
        };
        /** @description An earlier turn of the conversation. */
        Message: {
            /**
             * @description The text of the turn.
             * @example Hi
             */
            content: string;
            /**
             * @description Who wrote it.
             * @example user
             * @enum {string}
             */
            role: "user" | "assistant";
        };
        MessageOutcome: {
            /** @description Null where the bot goes on. */
            handedOver: {
                evidence: string;
                /** @enum {string} */
                label: "self_harm" | "threat" | "domestic_abuse" | "medical" | "safety" | "fraud" | "bereavement" | "vulnerability" | "hardship" | "legal" | "payment_dispute" | "sensitive_topic" | "asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "account_specific" | "conflict";
                policy: string;
                queue: string | null;
                title: string;
                /** @enum {string} */
                urgency: "normal" | "high";
            } | null;
            /** @description What the customer is told before anything is looked up. */
            message: string | null;
        };
        /** @description What a key may be used for; anything, where nothing is said. */
        NewKey: {
            /**
             * Format: date-time
             * @description From then on it opens nothing; null: it does not end by itself.
             */
            expiresOn?: ((string | null) | null) | string | null;
            /**
             * @description What it is for.
             * @example Web chat
             */
            name?: string | null;
            /**
             * @description Networks that it may be used from; none: anywhere.
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            networks?: string[];
            /**
             * @description Sites whose pages alone may use it; none: anywhere.
             * @example [
             *       "https://example.com"
             *     ]
             */
            origins?: string[];
            /** @description What it opens of what its bot may do; none: all of it. */
            scopes?: ("answer" | "answer:history" | "explain" | "read:receipts" | "read:reasons" | "read:gaps" | "write:outcomes" | "read:handovers" | "write:handovers" | "acknowledge:recalls")[];
        };
        /** @description What the customer can do now, set for each bot: ask for a person (a "yes" in the next turn hands over), a page, a form, a number to call and its hours, or other words. */
        NextStep: {
            /** @constant */
            kind: "person";
            label?: string;
            /**
             * @description What to tell the customer; it stands at the end of the message too.
             * @example Would you like me to pass you to a colleague? Just say yes.
             */
            text: string;
        } | {
            /** @constant */
            kind: "link";
            label?: string;
            /**
             * @description What to tell the customer; it stands at the end of the message too.
             * @example Would you like me to pass you to a colleague? Just say yes.
             */
            text: string;
            url: string;
        } | {
            /** @constant */
            kind: "form";
            /**
             * @description What to tell the customer; it stands at the end of the message too.
             * @example Would you like me to pass you to a colleague? Just say yes.
             */
            text: string;
            url: string;
        } | {
            hours?: string;
            /** @constant */
            kind: "hours";
            phone?: string;
            /**
             * @description What to tell the customer; it stands at the end of the message too.
             * @example Would you like me to pass you to a colleague? Just say yes.
             */
            text: string;
        } | {
            /** @constant */
            kind: "rephrase";
            /**
             * @description What to tell the customer; it stands at the end of the message too.
             * @example Would you like me to pass you to a colleague? Just say yes.
             */
            text: string;
        } | {
            /** @constant */
            kind: "none";
        };
        NoteHandover: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description For colleagues; the customer does not see it. */
            text: string;
        };
        /** @description Something that the signed-in person should know. */
        Notification: {
            body: string | null;
            createdAt: string;
            /** @description An address within the admin. */
            href: string | null;
            id: string;
            /** @example to_sign */
            kind: string;
            readAt: string | null;
            title: string;
            urgent: boolean;
        };
        NotificationList: {
            data: components["schemas"]["Notification"][];
            nextCursor: string | null;
            /** @description Of all, not of this page. */
            unread: number;
        };
        OpenAIContentPart: {
            refusal?: string;
            text?: string;
            /** @example text */
            type: string;
        } & {
            [key: string]: unknown;
        };
        OpenAIError: {
            error: {
                code: string | null;
                message: string;
                param: string | null;
                type: string;
                vouch?: {
                    [key: string]: unknown;
                };
            };
        };
        OpenAIInputItem: {
            content?: string | components["schemas"]["OpenAIContentPart"][] | null;
            role?: string;
            type?: string;
        } & {
            [key: string]: unknown;
        };
        OpenAIMessage: {
            content?: string | components["schemas"]["OpenAIContentPart"][] | null;
            refusal?: string | null;
            /**
             * @description “user” and “assistant” are the conversation; instructions and tools are not read.
             * @example user
             */
            role: string;
        } & {
            [key: string]: unknown;
        };
        OpenAIModel: {
            created: number;
            id: string;
            /** @constant */
            object: "model";
            owned_by: string;
        };
        OpenAIResponse: {
            created_at: number;
            /** @example resp_<receiptId> */
            id: string;
            /** @constant */
            model: "vouch";
            /** @constant */
            object: "response";
            output: ({
                content: (({
                    annotations: {
                        end_index: number;
                        /** @description Where the sentence stands in the message. */
                        start_index: number;
                        title: string;
                        /** @constant */
                        type: "url_citation";
                        /** @description Where the signed text is read, in the admin. */
                        url: string;
                    }[];
                    text: string;
                    /** @constant */
                    type: "output_text";
                } & {
                    [key: string]: unknown;
                }) | {
                    refusal: string;
                    /** @constant */
                    type: "refusal";
                })[];
                id: string;
                /** @constant */
                role: "assistant";
                /** @constant */
                type: "message";
            } & {
                [key: string]: unknown;
            })[];
            previous_response_id: string | null;
            /** @constant */
            status: "completed";
            vouch: components["schemas"]["AnswerResponse"];
        } & {
            [key: string]: unknown;
        };
        /** @description The latest word counts. */
        OutcomeReport: {
            /**
             * @description Who resolved it. Left out: a person where it was handed over, else the bot.
             * @enum {string}
             */
            by?: "bot" | "person";
            /** @description The customer came back about it: it was not resolved after all. */
            reopened?: boolean;
            /** @description Whether the customer got what they came for, as far as the bot knows. */
            resolved: boolean;
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            detail: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        ReadContact: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
        };
        ReadNotifications: {
            ids: string[];
        } | {
            /** @constant */
            all: true;
        };
        Ready: {
            /** @enum {string} */
            answers: "ok" | "busy" | "starting";
            dependencies: {
                [key: string]: "ok" | "degraded" | "down";
            };
            ready: boolean;
        };
        RecallAcknowledged: {
            acknowledgedAt: string;
        };
        RecalledAnswer: {
            answeredAt: string | null;
            conversationId: string | null;
            createdAt: string;
            /** @description Of the conversation’s last such answer; null for the ones before it. */
            followUp: ("open" | "done") | null;
            receiptId: string | null;
        };
        RecalledAnswerList: {
            data: components["schemas"]["RecalledAnswer"][];
            nextCursor: string | null;
        };
        RecallList: {
            data: components["schemas"]["RecallNotice"][];
            nextCursor: string | null;
        };
        RecallNotice: {
            /** @description From then on the bot’s keys stop until it has acknowledged. */
            acknowledgeBy: string;
            acknowledgedAt: string | null;
            /** @description Answers of this bot that cited the release. */
            answers: number;
            cause: ("withdrawn" | "corrected") | null;
            createdAt: string;
            /** @description Of the recall. */
            id: string;
            releaseId: string | null;
            title: string | null;
        };
        /** @description The stored record of one answer. */
        Receipt: {
            askedAt: string;
            asOf: string;
            /** @description Whose texts the bot could pass on then. */
            audiences: unknown;
            /** @description The words or texts that led to a hand-over. */
            because: string | null;
            confidence: number | null;
            /** @description Passages with both legs’ scores, of those that this bot may see now. */
            considered: unknown;
            degraded: unknown;
            /** @description Since when what the customer wrote is gone from it; replays of it are then 410. */
            erasedAt: string | null;
            /** @description What confidence was computed from, by name; of a refusal with the scope read:reasons alone. */
            features: unknown;
            id: string;
            /** @enum {string} */
            outcome: "answered" | "clarify" | "escalated" | "refused";
            question: string;
            /** @description As callers of /answer are told it; with the scope read:reasons the precise one, such as not_visible. */
            reason: string | null;
            /** @description Whether secrets were taken out of the question or earlier turns. */
            redacted: boolean;
            /** @description The answer as it was given. Where a text of it is not in force, not as it was, or not for this bot now, only its outcome, with “withheld”: true. */
            response: unknown;
            /** @description The question as it was searched for, for bots with the scope read:reasons; null when nothing was. */
            searched: unknown;
            /** @description The receipt that this one decided anew, when its idempotency key came again. */
            supersedes: string | null;
            /** @description Milliseconds by stage. */
            timings: unknown;
            /** @description Where in the trace of its request it was recorded; null where neither the caller nor Vouch traces. */
            traceparent: string | null;
            /** @description Index version, chunker, embedding model, calibration. */
            versions: unknown;
        } & {
            [key: string]: unknown;
        };
        Refused: {
            /** @description With not_advised. */
            citations?: components["schemas"]["Citation"][];
            /**
             * @description What was not available while answering; empty when everything was.
             * @example []
             */
            degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
            /** @description With explain: candidates, scores, features, versions. */
            explanation?: {
                [key: string]: unknown;
            };
            /**
             * @description The language of the message.
             * @example en-GB
             */
            locale: string;
            /** @description The words to show the customer. */
            message: string;
            next: components["schemas"]["NextStep"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            outcome: "refused";
            /**
             * @description not_advised: a signed text says that there is no advice on this, and where to go; the message is in its words.
             * @enum {string}
             */
            reason: "no_answer" | "not_advised" | "out_of_scope" | "unavailable";
            /** @description The stored record of this answer. */
            receiptId: string;
            /** @description With not_advised. */
            sentences?: {
                /** @description Numbers of the citations that support it. */
                citations: number[];
                text: string;
            }[];
            /** @description True where the answer that this Idempotency-Key got before does not hold any more (a text of it was withdrawn, changed, or is not for this bot), so that it was decided anew. */
            superseded?: boolean;
        };
        ReopenGap: {
            /** @description Why it needs an answer after all. */
            note: string;
        };
        /** @description What an answer rests on, found again; and what it would be today. */
        Replay: {
            /** @description Now, or the instant that the question itself named. */
            asOf: string;
            differences: {
                document?: {
                    /** @enum {string} */
                    collection: "policies" | "faqs";
                    id: string;
                    title: string;
                };
                from?: string | number | null;
                /** @example text_superseded */
                kind: string;
                sentence: string;
                to?: string | number | null;
            }[];
            evidence: {
                intact: boolean;
                passages: {
                    chunkId: string;
                    citation: number | null;
                    contentHash: string;
                    document: {
                        /** @enum {string} */
                        collection: "policies" | "faqs";
                        id: string;
                        title: string;
                    };
                    headingPath: string[];
                    problem: string | null;
                    releaseId: string;
                    /** @enum {string} */
                    state: "identical" | "altered" | "missing";
                    version: number;
                }[];
            };
            original: {
                citations: {
                    chunkId: string;
                    document: {
                        /** @enum {string} */
                        collection: "policies" | "faqs";
                        id: string;
                        title: string;
                    };
                    end: number;
                    number: number;
                    quote: string;
                    releaseId: string;
                    start: number;
                    version: number;
                }[];
                confidence: number | null;
                degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
                /** @description Which language models took part, by which prompts. */
                generation: {
                    entailment: string | null;
                    model: string | null;
                    prompts: string[];
                } | null;
                message: string;
                /** @enum {string} */
                outcome: "answered" | "clarify" | "escalated" | "refused";
                /** @description The precise one. */
                reason: string | null;
                versions: {
                    [key: string]: string | number | null;
                };
            };
            question: {
                /** @description It was asked again without secrets that it held. */
                redacted: boolean;
                text: string;
            };
            receiptId: string;
            replayedAt: string;
            summary: string;
            today: {
                citations: {
                    chunkId: string;
                    document: {
                        /** @enum {string} */
                        collection: "policies" | "faqs";
                        id: string;
                        title: string;
                    };
                    end: number;
                    number: number;
                    quote: string;
                    releaseId: string;
                    start: number;
                    version: number;
                }[];
                confidence: number | null;
                degraded: ("dense" | "words" | "llm" | "rerank" | "reader")[];
                /** @description Which language models took part, by which prompts. */
                generation: {
                    entailment: string | null;
                    model: string | null;
                    prompts: string[];
                } | null;
                message: string;
                /** @enum {string} */
                outcome: "answered" | "clarify" | "escalated" | "refused";
                /** @description The precise one. */
                reason: string | null;
                versions: {
                    [key: string]: string | number | null;
                };
            };
            /** @enum {string} */
            verdict: "same" | "other_evidence" | "other_words" | "other_outcome";
        };
        /** @description What colleagues answered a customer who was passed to them. */
        Replies: {
            /** @description The name of the colleague who has it; null while nobody has. */
            by: string | null;
            replies: {
                at: string;
                by: string;
                id: string;
                /** @description As the colleague wrote it. */
                text: string;
            }[];
            /** @enum {string} */
            state: "open" | "claimed" | "resolved" | "returned";
        };
        ReplyHandover: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description What the customer is answered. Told as “handover.replied” by webhook. */
            text: string;
        };
        /** @description The gap on the backlog, and whether it was there already. */
        ReportedArticle: {
            gapId: string;
            known: boolean;
        };
        ReportedGap: {
            gapId: string;
            /** @description Whether the gap was on the backlog already. */
            known: boolean;
        };
        ReportGap: {
            /** @description The id of the bot to ask as. */
            bot: string;
            locale: string;
            note: string;
            /**
             * @description The customer's question, in their own words. 1 to 4,000 characters.
             * @example How long can I send back a laptop?
             */
            question: string;
            /** @enum {string} */
            reason: "no_coverage" | "insufficient" | "expired" | "not_visible" | "unsupported" | "conflict";
        };
        ResolveHandover: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description What was done. */
            summary?: string;
        };
        /** @description As Open Responses has it; the last user message is the question. */
        ResponseRequest: {
            background?: false | null;
            conversation?: null;
            input: string | components["schemas"]["OpenAIInputItem"][];
            metadata?: {
                [key: string]: string | number | boolean | null;
            } | null;
            /**
             * @description Any name; the bot’s key chooses.
             * @example vouch
             */
            model?: string;
            previous_response_id?: string | null;
            safety_identifier?: string | null;
            stream?: boolean | null;
            text?: ({
                format?: ({
                    /** @constant */
                    type: "text";
                } & {
                    [key: string]: unknown;
                }) | null;
            } & {
                [key: string]: unknown;
            }) | null;
            tool_choice?: ("none" | "auto") | null;
            /** @description Your id of the customer; kept by a pseudonym alone. */
            user?: string | null;
            vouch?: components["schemas"]["VouchFields"];
        } & {
            [key: string]: unknown;
        };
        RetriedJobs: {
            retried: number;
        };
        RetryJobs: {
            /** @description Every failed job unless given. */
            ids?: string[];
        };
        ReturnHandover: {
            /**
             * @description Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.
             * @example Ana Ruiz
             */
            agent?: string;
            /** @description What happened meanwhile, for the bot that goes on. */
            summary: string;
        };
        RotatedKey: {
            key: string;
            oldExpiresOn: string;
        };
        RotateKey: {
            /**
             * @description For how long the old key opens beside the new one.
             * @default 24
             */
            overlapHours: number;
        };
        SplitGap: {
            /** @description The askings to take out. */
            events: string[];
            /**
             * @description The gap that they go to; a new one where it is null.
             * @default null
             */
            into: string | null;
        };
        SyncQueued: {
            id: string;
            /** @description Since when it waits for the worker; ISO 8601. */
            queuedAt: string;
        };
        TransitionRequest: {
            comment?: string;
            /** @description With submit: set on the text before it is sent. Else it must be what the text says. */
            effectiveFrom?: string | null;
            /**
             * @description The version that the person looked at; another one is refused with 409.
             * @example 4
             */
            expectedVersion: number;
            expiresAt?: string | null;
            /** @description With approve: the hash of the report that the person saw; another one is refused with 409. The signature keeps the hash of the report that stands. */
            reportHash?: string;
            /** @enum {string} */
            transition: "submit" | "recall" | "request_changes" | "approve" | "publish" | "unschedule" | "withdraw" | "verify" | "archive" | "restore";
            /** @description With approve: why texts in force that say otherwise may stand beside this one. Audited, and part of what is signed. */
            waivers?: {
                /** @description The id of a conflict in the report. */
                conflict: string;
                reason: string;
            }[];
        };
        TransitionResult: {
            by: string;
            /** @description When it takes effect, where that is later than now. */
            effectiveFrom: string | null;
            id: string;
            releaseId: string | null;
            /** @enum {string} */
            state: "draft" | "in_review" | "changes_requested" | "approved" | "scheduled" | "published" | "superseded" | "withdrawn" | "archived";
            version: number;
        };
        Trial: {
            [key: string]: unknown;
        };
        TriedMessage: {
            byMeaning: boolean;
            /** @description With every draft as if it were signed. */
            draft: components["schemas"]["MessageOutcome"] | null;
            inForce: components["schemas"]["MessageOutcome"];
            labels: {
                label: string;
                probability: number;
                title: string;
            }[];
        };
        /** @description A message to try against the escalation policies. */
        TryMessage: {
            /** @default en-GB */
            locale: string;
            /**
             * @description The customer's question, in their own words. 1 to 4,000 characters.
             * @example How long can I send back a laptop?
             */
            message: string;
        };
        /** @description A question to try as a bot. */
        TryRequest: {
            /**
             * Format: date-time
             * @description Answer as of this past instant; now unless told. Needs the scope answer:history. An instant to come is 400, and what was withdrawn is told of no instant: both are for people, in Try it.
             * @example 2026-10-01T00:00:00Z
             */
            asOf?: string;
            /** @description The id of the bot to ask as. */
            bot: string;
            /** @description A document whose working version is tried as if it were published. */
            draft?: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            /**
             * @description BCP 47 language tag.
             * @example en-GB
             */
            locale?: string;
            /**
             * @description Earlier turns, oldest first, without the present question. At most 50.
             * @default []
             */
            messages: components["schemas"]["Message"][];
            /**
             * @description The customer's question, in their own words. 1 to 4,000 characters.
             * @example How long can I send back a laptop?
             */
            question: string;
        };
        Unread: {
            unread: number;
        };
        /** @description A person’s last word on a turn counts. */
        VerdictRequest: {
            /**
             * @description How its conversation came to be reviewed, as the queue says.
             * @enum {string}
             */
            drawn?: "risk" | "random";
            /** @description The text that would have answered it; an eval case is made of it. */
            expected?: {
                /** @enum {string} */
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            /**
             * @description What the turn is, where it should have gone to a person; “asks_for_person” unless told.
             * @enum {string}
             */
            label?: "none" | "asks_for_person" | "complaint" | "cancellation" | "frustration" | "repeated" | "fraud" | "hardship" | "vulnerability" | "bereavement" | "self_harm" | "medical" | "safety" | "legal" | "payment_dispute" | "account_specific" | "out_of_scope" | "chitchat" | "abuse" | "injection" | "domestic_abuse" | "threat";
            /**
             * @description Wrong or incomplete because nothing is written about it: it joins the backlog of gaps.
             * @default false
             */
            missing: boolean;
            /** @description Why, in the reviewer’s words. Kept without secrets. */
            note?: string;
            /** @enum {string} */
            verdict: "right" | "wrong" | "incomplete" | "unsafe" | "should_have_escalated";
        };
        /** @description What came of a verdict. */
        VerdictResult: {
            /** @description Off while two reviewers expect different things of it. */
            evalCase: {
                active: boolean;
                id: string;
            } | null;
            gapId: string | null;
            id: string;
        };
        /** @description What only Vouch knows of a request; send it with `extra_body`. */
        VouchFields: {
            /**
             * Format: date-time
             * @description Answer as of this past instant; now unless told. Needs the scope answer:history. An instant to come is 400, and what was withdrawn is told of no instant: both are for people, in Try it.
             * @example 2026-10-01T00:00:00Z
             */
            asOf?: string;
            /**
             * @description Where the conversation takes place.
             * @example web
             */
            channel?: string;
            /**
             * @description Your id of the conversation. Kept as it is, unless it holds an e-mail address, a telephone number or a secret: then by a pseudonym.
             * @example c-81f3
             */
            conversationId?: string;
            /**
             * @description Your id of the customer, or a hash of it. Kept by a pseudonym alone.
             * @example hash-or-id
             */
            customer?: string;
            /**
             * @description BCP 47 language tag.
             * @example en-GB
             */
            locale?: string;
        };
        /** @description What one endpoint was told, or waits to be. */
        WebhookMessage: {
            attempts: number;
            createdAt: string;
            deliveredAt: string | null;
            /** @enum {string} */
            event: "handover.created" | "handover.replied" | "handover.resolved" | "handover.returned" | "gap.verified" | "gap.reopened" | "release.withdrawn" | "release.recalled";
            id: string;
            lastError: string | null;
            /** @description The header webhook-id: the same at every try. */
            messageId: string;
            nextTryAt: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead";
            webhookId: string | null;
        };
        WebhookMessageList: {
            data: components["schemas"]["WebhookMessage"][];
            nextCursor: string | null;
        };
        WebhookSecret: {
            /** @example whsec_… */
            secret: string;
        };
        WebhookSignIn: {
            /**
             * @description The value of the header Authorization; null takes it away.
             * @example Bearer …
             */
            authorization: string | null;
        };
        WebhookSignInSet: {
            set: boolean;
        };
        Workflow: {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same key and body get the same receipt and answer, as long as all of it may still be told; else it is decided anew, with “superseded”: true. */
                "Idempotency-Key"?: string;
                /** @description Comes back, where it is one: letters, digits, “._-”, 128 at most; else one of ours does. */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description One of four outcomes. With “Accept: text/event-stream” as events: “sentence” for each sentence of an answer, then “done” with the whole object, which holds everything; or “error” with a problem. The receipt is stored before the first sentence is sent. */
            200: {
                headers: {
                    /** @description Which share of the characters served a named person signed, 0 to 1. Not on events; the receipt has it too. */
                    "Vouch-Signed-Share"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerResponse"];
                    /**
                     * @example : open
                     *
                     *     event: sentence
                     *     data: {"text":"You have 30 days from delivery to return electronics.","citations":[1]}
                     *
                     *     event: done
                     *     data: {"outcome":"answered",…}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key came with another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency that stops every answer is broken. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssistRequest"];
            };
        };
        responses: {
            /** @description What helps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assist"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is more to do than can be done in time, or something is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportAssist: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssistOutcome"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptLabel"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such suggestions of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                format?: "jsonl" | "csv";
                /** @description A day or an instant: rows from then on. */
                from?: string;
                /** @description A day, which counts whole, or an instant: rows before then. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description A date or format that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither admin, compliance nor approver. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAuditChain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many rows there are, the last one, and each break. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainCheck"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither admin, compliance nor approver. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBotKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The key. Only its hash is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotKey"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot, or it has no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limitBotKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyLimits"];
            };
        };
        responses: {
            /** @description Set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot, or it has no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeBotKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot, or it has no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateBotKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description The new key, and when the old one ends. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedKey"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot, or it has no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveCalibration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalibrationApproved"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither approver nor compliance. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; the detail says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is resolved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        by: string;
                        id: string;
                        resolvedAt?: string | null;
                    };
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such comment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person; the detail says who may. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportFeedback: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your id of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackReport"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReport"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope write:outcomes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportOutcome: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your id of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeReport"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReport"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope write:outcomes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such conversation of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replies: {
        parameters: {
            query: {
                /** @description How many replies you have already. */
                after?: number;
                /** @description Its id, as the answer told it that passed the customer on. */
                handover: string;
            };
            header?: never;
            path: {
                /** @description Your id of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came since. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replies"];
                };
            };
            /** @description A parameter that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope answer. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this conversation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too often; “Retry-After” says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRequest"];
            };
        };
        responses: {
            /** @description The comment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version, or the passage is not in it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits for the worker. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        state: "queued";
                    };
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An agent, who works hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionRequest"];
            };
        };
        responses: {
            /** @description What the document is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransitionResult"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another version, or not from the present state; both are in the problem. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person, or not yet; the detail says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: "policies" | "faqs" | "escalation-policies";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the rail of the admin shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryMessage"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedMessage"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An agent, who works hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepCase"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptCase"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither QA reviewer nor admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An agent, who works hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runStoredCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvalRunBegun"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither QA reviewer nor admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No eval case is on. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freshness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freshness"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gaps: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "new" | "triaged" | "assigned" | "drafting" | "in_review" | "published_unverified" | "verified" | "wont_answer" | "reopened";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of gaps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapList"];
                };
            };
            /** @description A cursor or limit that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope read:gaps. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportGap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportGap"];
            };
        };
        responses: {
            /** @description It is on the backlog. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedGap"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapWithQuestions"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is stopped, is used from where it may not be, or lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    amendForGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendForGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commentOnGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentOnGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmGapProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of asking once more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedProof"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftFromGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFromGap"];
            };
        };
        responses: {
            /** @description The gap, and the draft. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closedAt: string | null;
                        closingReceiptId: string | null;
                        createdAt: string;
                        draft: {
                            /** @enum {string} */
                            collection: "policies" | "faqs" | "escalation-policies";
                            id: string | null;
                        } | null;
                        draftId: string;
                        dueAt: string | null;
                        id: string;
                        /** @description Recent askings × risk of the nearest text × minutes that an asking costs. */
                        impact: number;
                        lastSeenAt: string;
                        mergedInto: string | null;
                        owner: string | null;
                        people: number;
                        question: string;
                        reason: string;
                        seen: number;
                        state: string;
                    };
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setGapDue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DueGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeGaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeGaps"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenGap"];
            };
        };
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitGap"];
            };
        };
        responses: {
            /** @description The gap that is left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closedAt: string | null;
                        closingReceiptId: string | null;
                        createdAt: string;
                        draft: {
                            /** @enum {string} */
                            collection: "policies" | "faqs" | "escalation-policies";
                            id: string | null;
                        } | null;
                        dueAt: string | null;
                        id: string;
                        /** @description Recent askings × risk of the nearest text × minutes that an asking costs. */
                        impact: number;
                        into: string;
                        lastSeenAt: string;
                        mergedInto: string | null;
                        owner: string | null;
                        people: number;
                        question: string;
                        reason: string;
                        seen: number;
                        state: string;
                    };
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    triageGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gap as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such gap. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not from the gap’s present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportGaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gaps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An agent, who works hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handovers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                queue?: string;
                /** @description Those that were passed on then or later. */
                since?: string;
                state?: "open" | "claimed" | "resolved" | "returned";
                urgency?: "normal" | "high";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hand-overs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverList"];
                };
            };
            /** @description A parameter that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand-over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDossier"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key does the same thing once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimHandover"];
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHandoverContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadContact"];
            };
        };
        responses: {
            /** @description What they gave. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverContact"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteOnHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key does the same thing once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteHandover"];
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replyToHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key does the same thing once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyHandover"];
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleReport"];
            };
        };
        responses: {
            /** @description It is on the backlog. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedArticle"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot, or no such text. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key does the same thing once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveHandover"];
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key does the same thing once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnHandover"];
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope, or the person does not work hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such hand-over of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else has it, or it has ended; “claimedBy” and “claimedAt” say who and since when. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "live";
                    };
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can answer; each dependency with its state; “answers” is “busy” while questions are refused early. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description It cannot answer; each dependency with its state; “answers” is “starting” while a new process loads what it needs. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header: {
                /** @description Percent-encoded. */
                "x-file-name": string;
            };
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What it would become, and what of it cannot be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a person who writes texts. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than is read, or more files than are taken at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftUploads"];
            };
        };
        responses: {
            /** @description Each draft, or why it could not be made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drafted"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a person who writes texts. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The files are no longer there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    buildIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildIndex"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexVersionId"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; “detail” says why and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryJobs"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedJobs"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; “detail” says why and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexVersionId"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; “detail” says why and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activateIndex: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateIndex"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexVersionId"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; “detail” says why and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIndex: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexVersionId"];
                };
            };
            /** @description Malformed JSON, or fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not as things are; “detail” says why and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    measures: {
        parameters: {
            query?: {
                /** @description A bot’s id; all of them unless given. */
                bot?: string;
                /** @description As bots call it; “-” is those that name none. */
                channel?: string;
                /** @description A day or an instant; 28 days before “to” unless given. */
                from?: string;
                /** @description Of the first question. */
                language?: string;
                /** @description A day, which counts whole, or an instant; now unless given. */
                to?: string;
                /** @description A topic’s id; “-” is those without one. */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measures"];
                };
            };
            /** @description A date that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Agents work hand-overs; measures are for the others. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMeasures: {
        parameters: {
            query?: {
                /** @description A bot’s id; all of them unless given. */
                bot?: string;
                by?: "topic" | "bot" | "channel" | "language";
                /** @description As bots call it; “-” is those that name none. */
                channel?: string;
                /** @description A day or an instant; 28 days before “to” unless given. */
                from?: string;
                /** @description Of the first question. */
                language?: string;
                /** @description “days”: how the conversations of each day ended. */
                table?: "measures" | "days";
                /** @description A day, which counts whole, or an instant; now unless given. */
                to?: string;
                /** @description A topic’s id; “-” is those without one. */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A parameter that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Agents work hand-overs; measures are for the others. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            /** @description A cursor or limit that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotifications"];
            };
        };
        responses: {
            /** @description How many are unread now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recalls: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                open?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallList"];
                };
            };
            /** @description A cursor or limit that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope acknowledge:recalls. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recalledAnswers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecalledAnswerList"];
                };
            };
            /** @description A cursor or limit that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope acknowledge:recalls. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeRecall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Since when it is acknowledged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallAcknowledged"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope acknowledge:recalls. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This bot was told of no such recall. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                receipt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUp"];
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        state: "done";
                    };
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such follow-up. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope read:receipts. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such receipt of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. Nothing is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description No or unknown key, and not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key’s bot lacks the scope read:receipts. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such receipt of this bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the customer wrote in it was erased. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictRequest"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictResult"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither QA reviewer nor compliance nor admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such receipt, or no such text. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the customer wrote in it was erased. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmRight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The right as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedRight"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such right. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person, or decided already; the detail says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseRight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The right as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedRight"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this person, or sent from a page of another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such right. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not by this person, or decided already; the detail says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchTexts: {
        parameters: {
            query: {
                collection?: "policies" | "faqs" | "escalation-policies";
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, the best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description A parameter that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits for the worker; one that waits already is enough. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncQueued"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither admin nor author. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such source. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRequest"];
            };
        };
        responses: {
            /** @description Done, or begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description Fields that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An agent, who works hand-overs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such bot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatCompletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCompletionRequest"];
            };
        };
        responses: {
            /** @description The answer; the whole of it stands in “vouch”. With “stream” as events. The receipt is stored before the first byte. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletion"];
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or parameters that cannot be honoured. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The key’s bot lacks the scope answer. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The idempotency key came with another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Something that this needs is broken. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OpenAIModel"][];
                        /** @constant */
                        object: "list";
                    };
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The key’s bot lacks the scope answer. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Something that this needs is broken. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIModel"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The key’s bot lacks the scope answer. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description There is no such model. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Something that this needs is broken. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    response: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseRequest"];
            };
        };
        responses: {
            /** @description The answer; the whole of it stands in “vouch”. With “stream” as events. The receipt is stored before the first byte. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIResponse"];
                    "text/event-stream": string;
                };
            };
            /** @description Malformed JSON, or parameters that cannot be honoured. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description No or unknown key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The key’s bot lacks the scope answer. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The idempotency key came with another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Over the bot’s limit. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
            /** @description Something that this needs is broken. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAIError"];
                };
            };
        };
    };
    turnExamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages with their labels. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither QA reviewer nor compliance nor admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookMessages: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "delivered" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMessageList"];
                };
            };
            /** @description A parameter that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits for the worker. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMessage"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    newWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setWebhookSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSignIn"];
            };
        };
        responses: {
            /** @description It is kept, encrypted, or taken away. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSignInSet"];
                };
            };
            /** @description What a header cannot hold. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not an admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that this needs is not working. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
