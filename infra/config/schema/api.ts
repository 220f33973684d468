import { z } from "zod";
import { flag, listOf, origin, setOf, text, whole } from "../fields";

/** What the APIs themselves are set to. */
export const api = z.strictObject({
  /** Name of the REST API's stage, and so the first part of its paths. */
  stageName: text("1 to 128 letters, digits, hyphens and underscores", /^[A-Za-z0-9_-]{1,128}$/),
  /**
   * What pages in browsers may do.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
   */
  cors: z.strictObject({
    /** Web pages that may call the APIs. */
    origins: listOf(origin(), "a list of one or more origins"),
    /** How long a browser may keep the answer to a preflight. Browsers have limits of their own: Chromium two hours. */
    maxAgeSeconds: whole("seconds", 0, 86_400),
    /** Headers of answers that a page may read, beside those that every page may. */
    exposedHeaders: setOf(
      text("a header's name in lower case such as x-request-id", /^[a-z0-9][a-z0-9-]*$/),
      "a list of header names",
    ),
  }),
  /** Steady state of each route. Limit: 10,000, AWS's default for an account and region. */
  requestsPerSecond: whole("requests a second", 1, 10_000),
  /** Requests above that rate that are let through at once. */
  burst: whole("requests", 1, 5_000),
  /**
   * What both stages tell functions and mappings as `stageVariables`. Never a secret: they are readable to whoever reads the stage.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
   */
  stageVariables: z.record(
    text("1 to 64 letters, digits and underscores", /^\w{1,64}$/),
    text("1 to 512 characters of letters, digits and -._~:/?#&=,", /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/),
    "stage variables, or {} for none",
  ),
  /**
   * Part of the REST API's requests go to the newest deployment while the rest stay with another. Absent: all go to the newest.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html
   */
  canary: z
    .strictObject({
      /** Requests that go to the newest deployment. */
      percent: whole("percent of requests", 0, 100),
      /** The deployment that the others stay with, as the output `restDeploymentId` named it before. Absent: the newest, too. */
      stable: text("the id of a deployment such as a1b2c3", /^[a-z0-9]{4,32}$/).optional(),
    })
    .optional(),
  /**
   * Whether this stack sets the role by which API Gateway logs: one per account and region, so one stack at most owns it.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
   */
  ownsLoggingRole: flag(),
});
