/** One of AWS's limits, as its documentation gives it. */
export interface Quota {
  readonly limit: number;
  /** Whether AWS raises it on request; this program then counts against the default all the same. */
  readonly canBeRaised: boolean;
  readonly source: string;
}

const restPage =
  "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html";
const httpPage = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html";
const attemptsPage =
  "https://aws.github.io/modern-data-architecture-accelerator/typedocs/interfaces/_aws-mdaa_dataops-lambda-l3-construct.QueueDlqProps.html";
const queuePage = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";

const fixed = (limit: number, source: string): Quota => ({ limit, canBeRaised: false, source });
const raisable = (limit: number, source: string): Quota => ({ limit, canBeRaised: true, source });

/** AWS documents no quota for models, methods or scopes of a REST API's method. */
export const quotas = {
  rest: {
    resources: raisable(300, restPage),
    authorizers: raisable(10, restPage),
    stageVariables: fixed(100, restPage),
    usagePlans: raisable(300, restPage),
    apiKeys: fixed(10_000, restPage),
  },
  http: {
    routes: raisable(300, httpPage),
    integrations: fixed(300, httpPage),
    authorizers: raisable(10, httpPage),
    audiencesOfAuthorizer: fixed(50, httpPage),
    scopesOfRoute: fixed(10, httpPage),
    stageVariables: fixed(100, httpPage),
  },
  queue: {
    /** Unit: seconds. */
    visibilityTimeout: fixed(43_200, queuePage),
    /** As a library of AWS's own states it; the reference of SQS gives no bound. */
    attempts: fixed(1_000, attemptsPage),
  },
} as const;
