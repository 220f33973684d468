/** What a policy says about one ARN. `malformed`: API Gateway could not have read it. */
export type PolicyVerdict =
  | { readonly kind: "allow" }
  | { readonly kind: "deny"; readonly explicit: boolean }
  | { readonly kind: "malformed"; readonly reason: string };

interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const action = "execute-api:Invoke";

/** Matches with `*` for any characters, slashes included, and `?` for one. */
export function wildcardMatches(pattern: string, text: string, flags = ""): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}

/**
 * Evaluates the IAM policy document of a Lambda authorizer for `execute-api:Invoke` on `arn`. An explicit deny wins; what no
 * statement mentions is denied.
 * Limits: `Condition`, `NotAction` and `NotResource` are not evaluated here and count as malformed, so nothing passes by mistake.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function evaluatePolicy(document: unknown, arn: string): PolicyVerdict {
  const statements = readStatements(document);
  if (typeof statements === "string") return { kind: "malformed", reason: statements };
  const applying = statements.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => wildcardMatches(pattern, action, "i")) &&
      resources.some((pattern) => wildcardMatches(pattern, arn)),
  );
  if (applying.some(({ effect }) => effect === "Deny")) return { kind: "deny", explicit: true };
  return applying.length > 0 ? { kind: "allow" } : { kind: "deny", explicit: false };
}

/** The statements, or the reason why they cannot be read. */
function readStatements(document: unknown): readonly Statement[] | string {
  if (!isRecord(document)) return "policyDocument is missing";
  const raw = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const statements: Statement[] = [];
  for (const [index, statement] of raw.entries()) {
    const where = `policyDocument.Statement[${index}]`;
    if (!isRecord(statement)) return `${where} is not an object`;
    const unread = ["Condition", "NotAction", "NotResource"].find((key) => key in statement);
    if (unread) return `${where}.${unread} is not evaluated locally`;
    const actions = strings(statement.Action);
    const resources = strings(statement.Resource);
    if (statement.Effect !== "Allow" && statement.Effect !== "Deny") return `${where}.Effect is not Allow or Deny`;
    if (actions === undefined) return `${where}.Action is not a string or a list of strings`;
    if (resources === undefined) return `${where}.Resource is not a string or a list of strings`;
    statements.push({ effect: statement.Effect, actions, resources });
  }
  return statements;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function strings(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every((item) => typeof item === "string") ? list : undefined;
}
