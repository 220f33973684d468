import type { ErrorObject, ValidateFunction } from "ajv";
import { parseJson } from "./mapping/json-path";
import { restValue } from "./mapping/rest-expression";
import { matchesMediaType } from "./media-type";
import type { Model, RestApi, RestRoute } from "./model";
import { firstHeader, type GatewayRequest } from "./request";
import { missingParameters, type RestRefusal, restRefusals } from "./rest-refusal";

type Validate = (body: unknown) => string | undefined;

/**
 * Checks requests as the request validators of a REST API do: that required parameters are there and not empty, and that the body fits
 * the model of its media type. A body of a media type without a model is not looked at; an empty one counts as `{}`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export class RequestValidators {
  readonly #models = new Map<string, Validate>();

  constructor(private readonly api: Pick<RestApi, "models">) {}

  /** @returns why the request is refused, or undefined */
  check({ validation }: Pick<RestRoute, "validation">, request: GatewayRequest): RestRefusal | undefined {
    if (validation === undefined) return undefined;
    const missing = validation.parameters.filter((parameter) => !restValue(parameter, request));
    if (missing.length > 0)
      return missingParameters(missing.map((parameter) => parameter.split(".").slice(3).join(".")));
    const model = validation.models && modelFor(validation.models, firstHeader(request, "content-type"));
    if (model === undefined) return undefined;
    const text = request.body.length === 0 ? "{}" : request.body;
    const body = parseJson(text);
    if (body === undefined) return { ...restRefusals.invalidBody, validation: "[The body is not JSON]" };
    const fault = this.#validatorOf(model)(body);
    return fault === undefined ? undefined : { ...restRefusals.invalidBody, validation: fault };
  }

  #validatorOf(name: string): Validate {
    const validate = this.#models.get(name) ?? compile(this.api.models, name);
    this.#models.set(name, validate);
    return validate;
  }
}

function modelFor(models: Readonly<Record<string, string>>, contentType: string | undefined): string | undefined {
  const type = contentType ?? "application/json";
  return Object.entries(models).find(([pattern]) => matchesMediaType(pattern, type))?.[1] ?? models.$default;
}

/** Models that come with every API. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html */
const builtIn: readonly Model[] = [
  { name: "Empty", schema: '{"type": "object"}' },
  { name: "Error", schema: '{"type": "object", "properties": {"message": {"type": "string"}}}' },
];

/** References between models name `https://apigateway.amazonaws.com/restapis/<api>/models/<name>`. */
const reference = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\//;

function compile(models: readonly Model[], name: string): Validate {
  const Ajv = (require("ajv-draft-04") as typeof import("ajv-draft-04")).default;
  const addFormats = (require("ajv-formats") as typeof import("ajv-formats")).default;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv as never, ["date-time", "email", "hostname", "ipv4", "ipv6", "uri"]);
  for (const model of [...builtIn.filter((one) => !models.some((own) => own.name === one.name)), ...models]) {
    const schema = JSON.parse(model.schema, (key, value) =>
      key === "$ref" && typeof value === "string" ? value.replace(reference, "") : value,
    );
    const { id: _, $schema: __, ...rest } = schema as Record<string, unknown>;
    ajv.addSchema(rest, model.name);
  }
  const validate: ValidateFunction | undefined = ajv.getSchema(name) as ValidateFunction | undefined;
  if (!validate)
    throw new Error(`The API has no model "${name}"; expected one of ${models.map((one) => one.name).join(", ")}.`);
  return (body) => (validate(body) ? undefined : `[${(validate.errors ?? []).map(worded).join(", ")}]`);
}

/** The words of the commonest faults follow those that people report of AWS; the others are the validator's own. */
function worded({ keyword, params, instancePath, message = "" }: ErrorObject): string {
  if (keyword === "required") return `object has missing required properties (["${params.missingProperty}"])`;
  if (keyword === "additionalProperties")
    return `object instance has properties which are not allowed by the schema: ["${params.additionalProperty}"]`;
  return instancePath === "" ? message : `${instancePath} ${message}`;
}
