import { problemType } from "../apis/problem";
import type { ApiKind } from "../catalogue/define/route";
import type { Content, Response, Schema } from "./model";
import type { NamedSchemas } from "./named-schemas";
import type { Refusal } from "./refusals";

/** The body of a problem, whoever words it: a function, or a REST API by its gateway responses. */
const problem: Schema = {
  title: "Problem",
  description: "What went wrong, in the form of RFC 9457",
  type: "object",
  properties: {
    title: { type: "string", description: "The kind of problem" },
    status: { type: "integer", description: "The HTTP status" },
    detail: { type: ["string", "null"], description: "What went wrong this time" },
    requestId: { type: "string", description: "What to name when asking for help; where API Gateway answers" },
    errors: {
      type: "array",
      description: "Everything that is wrong with the request",
      items: {
        type: "object",
        properties: {
          in: { type: "string", enum: ["path", "query", "body"] },
          name: { type: "string", description: "The parameter, or the place in the body; empty for all of it" },
          message: { type: "string" },
        },
        required: ["in", "name", "message"],
      },
    },
  },
  required: ["title"],
};

/** What an HTTP API says by itself, which nobody can change. */
const message: Schema = {
  title: "Message",
  description: "What API Gateway says when it refuses a request itself",
  type: "object",
  properties: { message: { type: ["string", "null"] } },
  required: ["message"],
};

const problemContent = (schemas: NamedSchemas): Content => ({
  [problemType]: { schema: schemas.name("Problem", problem) },
});

const messageContent = (schemas: NamedSchemas): Content => ({
  "application/json": { schema: schemas.name("Message", message) },
});

/** A refusal of a function's own. */
export const ownProblem = (description: string, schemas: NamedSchemas): Response => ({
  description,
  content: problemContent(schemas),
});

/**
 * What a refusal looks like. A REST API words all of its own as problems; an HTTP API has no gateway responses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
 */
export function refusalResponse(refusal: Refusal, kind: ApiKind, schemas: NamedSchemas): Response {
  const [description, speaker] = words[refusal];
  if (kind === "rest" || speaker === "function") return { description, content: problemContent(schemas) };
  const content =
    speaker === "both" ? { ...messageContent(schemas), ...problemContent(schemas) } : messageContent(schemas);
  return { description, content };
}

/** When it comes, and who says it on an HTTP API. */
const words: Readonly<Record<Refusal, readonly [string, "gateway" | "function" | "both"]>> = {
  BadRequest: ["The request is not what this route takes; `errors` names everything", "function"],
  Unauthorized: ["There is no token, or it is not one that this route takes", "gateway"],
  Forbidden: ["The caller may not do this", "gateway"],
  ContentTooLarge: ["The body is larger than 10 MB", "gateway"],
  UnsupportedMediaType: ["The body is not JSON by its content type", "function"],
  TooManyRequests: ["Too many requests for now; try again later, and less often", "gateway"],
  ServerError: ["The platform failed; trying again may help", "both"],
};
