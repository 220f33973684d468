import { planTarget } from "../apis/plan-target";
import type { ApiKind, Route } from "../catalogue/define/route";
import type { Response, Responses } from "./model";
import type { NamedSchemas } from "./named-schemas";
import { ownProblem } from "./problem-schemas";
import { type Refusal, statusOf } from "./refusals";
import type { Source } from "./source";

/** Everything that a route answers: what its target says, and what the platform says before. */
export function responsesOf(
  route: Route,
  kind: ApiKind,
  { upstreams }: Pick<Source, "upstreams">,
  refusals: readonly Refusal[],
  schemas: NamedSchemas,
): Responses {
  const problems = Object.entries(route.response?.problems ?? {}).map(
    ([status, description]) => [status, ownProblem(description, schemas)] as const,
  );
  const own = Object.fromEntries([...answersOf(route, kind, upstreams, schemas), ...problems]);
  const shared: Responses = Object.fromEntries(
    refusals.map((refusal) => [statusOf[refusal], { $ref: `#/components/responses/${refusal}` }]),
  );
  return inOrder({ ...shared, ...own });
}

const inOrder = (responses: Responses): Responses =>
  Object.fromEntries(Object.entries(responses).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What comes from a route's target, by status. A form that nobody promises is written `*\/*`. */
function answersOf(
  route: Route,
  kind: ApiKind,
  upstreams: Source["upstreams"],
  schemas: NamedSchemas,
): readonly (readonly [status: string, response: Response])[] {
  const declared = declaredOf(route, schemas);
  const target = planTarget(route);
  switch (target.kind) {
    case "lambda":
      return [declared ?? ["2XX", { description: "The request was carried out", content: anything }]];
    case "queue":
      return kind === "rest" ? [taken(schemas)] : takenByHttpApi;
    case "http": {
      const { description } = upstreams[target.upstream]!;
      const other = `What the service "${target.upstream}" answers (${description}), or why it cannot`;
      return [
        declared ?? ["2XX", { description: `What the service "${target.upstream}" answers`, content: anything }],
        ["5XX", { description: "The service, or the platform before it, failed", content: anything }],
        ["default", { description: other, content: anything }],
      ];
    }
  }
}

const anything = { "*/*": {} };

function declaredOf({ response }: Route, schemas: NamedSchemas): readonly [string, Response] | undefined {
  if (response === undefined) return undefined;
  const { status, description, type = "application/json", body } = response;
  return [String(status), { description, content: { [type]: { schema: schemas.refer(body) } } }];
}

/** What a REST API makes of a queue's answer: `infra/apis/plan-rest-integration.ts`. */
const taken = (schemas: NamedSchemas): readonly [string, Response] => [
  "202",
  {
    description: "The message is in the queue",
    content: {
      "application/json": {
        schema: schemas.refer({
          title: "Taken",
          type: "object",
          properties: { messageId: { type: "string", description: "The queue's own id of the message" } },
          required: ["messageId"],
        }),
      },
    },
  },
];

/**
 * An HTTP API hands on what SQS says, in a form that AWS does not write down.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
const takenByHttpApi: readonly (readonly [string, Response])[] = [
  ["200", { description: "The message is in the queue", content: anything }],
  ["4XX", { description: "The queue does not take the message: it is too large, or not text", content: anything }],
  ["5XX", { description: "The queue, or the platform before it, failed", content: anything }],
];
