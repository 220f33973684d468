import { firstHeader, type GatewayRequest, headerValues, queryValues } from "../request";
import { escapeJavaScript, urlDecode, urlEncode } from "./java";
import { asText, jsonPath, parseJson } from "./json-path";
import { NotSimulated } from "./not-simulated";

/** What a mapping template gives: a text, and what it set in `$context.requestOverride` and `$context.responseOverride`. */
export interface Mapped {
  readonly text: string;
  readonly requestOverride: Override;
  readonly responseOverride: Override & { readonly status?: number };
}

interface Override {
  readonly header: Readonly<Record<string, string>>;
  readonly querystring: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
}

/**
 * Renders a mapping template in the Velocity language, with `$input`, `$util`, `$context` and `$stageVariables`.
 * An unknown variable stays as it is written, as in Velocity. Headers are found in `$input.params()` whatever their case, where AWS
 * heeds it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @param body - The payload of the request, or that of the integration's answer.
 * @throws {NotSimulated} where the template cannot be read
 */
export function mapTemplate(template: string, request: GatewayRequest, body: Buffer): Mapped {
  const { render } = require("velocityjs") as typeof import("velocityjs");
  const faults: unknown[] = [];
  const context: Record<string, unknown> = { ...tree(request.context), ...overrides() };
  const text = (() => {
    try {
      const variables = { context, stageVariables: request.stage.variables, util, input: input(request, body, faults) };
      return render(template, variables, {}, { escape: false, customMethodHandlers: [replaceAll] });
    } catch (cause) {
      throw new NotSimulated(`A mapping template that cannot be read (${(cause as Error).message.split("\n")[0]})`);
    }
  })();
  if (faults.length > 0) throw faults[0];
  const { requestOverride, responseOverride } = context as unknown as Pick<
    Mapped,
    "requestOverride" | "responseOverride"
  >;
  return { text, requestOverride, responseOverride };
}

/** `String.replaceAll` of Java, whose pattern is a regular expression. */
const replaceAll = {
  uid: "java-replace-all",
  match: ({ property, context }: { property: string; context: unknown }) =>
    property === "replaceAll" && typeof context === "string",
  resolve: ({ context, params }: { context: string; params: readonly unknown[] }) =>
    context.replace(new RegExp(String(params[0]), "g"), String(params[1])),
};

const overrides = () => ({
  requestOverride: { header: {}, querystring: {}, path: {} },
  responseOverride: { header: {}, querystring: {}, path: {} },
});

/** `$context` as templates walk through it, from its flat form. */
function tree(flat: Readonly<Record<string, string>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const names = path.split(".");
    const last = names.pop()!;
    let level = root;
    for (const name of names) {
      level[name] = typeof level[name] === "object" ? level[name] : {};
      level = level[name] as Record<string, unknown>;
    }
    level[last] = value;
  }
  return root;
}

const util = {
  escapeJavaScript: (value: unknown) => escapeJavaScript(String(value)),
  parseJson: (text: unknown) => parseJson(String(text)),
  urlEncode: (value: unknown) => urlEncode(String(value)),
  urlDecode: (value: unknown) => urlDecode(String(value)),
  base64Encode: (value: unknown) => Buffer.from(String(value)).toString("base64"),
  base64Decode: (value: unknown) => Buffer.from(String(value), "base64").toString("utf8"),
};

/** An empty payload is an empty object to `$input`. A path that is not simulated is put into `faults`: Velocity itself would swallow it. */
function input(request: GatewayRequest, body: Buffer, faults: unknown[]) {
  const text = body.length === 0 ? "{}" : body.toString("utf8");
  const at = (path: string): unknown => {
    try {
      return jsonPath(parseJson(text), path);
    } catch (fault) {
      faults.push(fault);
      return undefined;
    }
  };
  return {
    body: text,
    json: (path: string) => JSON.stringify(at(path) ?? ""),
    path: (path: string) => at(path) ?? "",
    params: (name?: string) => (name === undefined ? parameters(request) : (parameter(request, name) ?? "")),
  };
}

const first = (values: ReadonlyMap<string, readonly string[]>) =>
  Object.fromEntries([...values].map(([name, [value = ""]]) => [name, value]));

const parameters = (request: GatewayRequest) => ({
  path: request.pathParameters,
  querystring: first(queryValues(request)),
  header: first(headerValues(request)),
});

const parameter = (request: GatewayRequest, name: string): string | undefined =>
  asText(request.pathParameters[name] ?? queryValues(request).get(name)?.[0] ?? firstHeader(request, name));
