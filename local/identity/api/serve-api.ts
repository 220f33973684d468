import type { Middleware } from "koa";
import { paths } from "../oauth/paths";
import { readText } from "../pages/read-form";
import type { Pool } from "../pool/pool";
import type { Directory } from "../users/directory";
import { actions } from "./actions";
import { ApiFault } from "./api-fault";

const target = /^AWSCognitoIdentityProviderService\.(\w+)$/;
/** AWS's limit for a request is not documented; this is more than these actions need. 64 KiB. */
const maximumBytes = 65_536;

/**
 * The user pools API, as the SDKs speak it (AWS JSON 1.1), for the functions of the pool. Nobody's signature is checked: whoever
 * reaches the port may. Web pages do not: the header that names the action makes a browser ask first, and nothing answers it; and a
 * host name that is not this machine's own, which a page may have pointed here, is refused.
 */
export const serveApi =
  (parts: { readonly pool: Pool; readonly directory: Directory }): Middleware =>
  async (ctx, next) => {
    const header = ctx.get("x-amz-target");
    if (ctx.path !== paths.api || ctx.method !== "POST" || header === "") return next();
    ctx.type = "application/x-amz-json-1.1";
    try {
      if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(ctx.host)) {
        throw new ApiFault("AccessDeniedException", `The API answers to localhost only, not to ${ctx.host}.`);
      }
      ctx.body = JSON.stringify(answer(parts, header, await readText(ctx.req, maximumBytes)));
      ctx.status = 200;
    } catch (fault) {
      if (!(fault instanceof ApiFault)) throw fault;
      ctx.status = 400;
      ctx.set("x-amzn-ErrorType", fault.type);
      ctx.body = JSON.stringify({ __type: fault.type, message: fault.message });
    }
  };

function answer(parts: Parameters<typeof serveApi>[0], header: string, body: string): object {
  const [, name = header] = target.exec(header) ?? [];
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) {
    const known = Object.keys(actions).join(", ");
    throw new ApiFault("UnknownOperationException", `${name} is not played on this machine; expected ${known}.`);
  }
  const input = parse(body);
  if (input.UserPoolId !== parts.pool.id) {
    throw new ApiFault("ResourceNotFoundException", `User pool ${String(input.UserPoolId)} does not exist.`);
  }
  return action(parts, input);
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new ApiFault("SerializationException", "The body is no JSON object.");
}
