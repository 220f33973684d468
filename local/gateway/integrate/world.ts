import type { ServiceCall, StreamCall } from "../../lambda/service-caller";
import type { SqsService } from "../../sqs/service";
import type { Upstreams } from "./upstreams";

/** What integrations reach. */
export interface IntegrationWorld {
  /** Calls a Lambda function as API Gateway. */
  readonly invoke: ServiceCall;
  /** The same, for an answer that is sent while it is made. */
  readonly stream: StreamCall;
  readonly sqs: SqsService;
  readonly upstreams: Upstreams;
  /** Says in the API's log what no answer says. */
  readonly explain: (line: string) => void;
}
