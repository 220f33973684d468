import { z } from "zod";
import { flag, oneOf, setOf, text, whole } from "../fields";

/** What is watched, and who is told. */
export const observability = z.strictObject({
  /**
   * What a REST API's stage writes of its own doing; request data never. HTTP APIs have no such log. Some stack in the account and
   * region must own the logging role: `api.ownsLoggingRole`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
   */
  executionLogs: oneOf(["off", "error"]),
  /**
   * Whether requests are traced with X-Ray, through the REST API and in functions. HTTP APIs cannot.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
   */
  tracing: flag(),
  /** Three dollars a month, but for the first three of an account. @see https://aws.amazon.com/cloudwatch/pricing/ */
  dashboard: flag(),
  /** Ten cents a month for each metric that an alarm looks at. Absent: no alarms. */
  alarms: z
    .strictObject({
      /** Who is told by e-mail; each confirms once. */
      emails: setOf(text("an e-mail address", /^[^\s<>@]+@[^\s<>@]+$/), "a list of e-mail addresses"),
      /** Answers of 5xx that alarm. */
      serverErrorPercent: whole("percent of requests", 1, 100),
      /** Refusals (401 and 403) in five minutes that alarm. */
      refusals: whole("refusals in five minutes", 1, 1_000_000),
      /**
       * How long 99 of 100 decisions of an authorizer's function may take; an HTTP API waits for ten seconds.
       * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
       */
      authorizerMilliseconds: whole("milliseconds", 1, 9_999),
      /** How old a queue's oldest message may get; after four days queues forget it. */
      queueAgeSeconds: whole("seconds", 60, 345_599),
    })
    .optional(),
  /** Whether an organization-wide trail is missing here, so that this stack keeps one of its account. */
  auditTrail: flag(),
});
