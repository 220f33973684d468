import type { Command } from "./arguments";
import { chooseClient, type MachineClient, machineClients } from "./clients";
import { CommandFault, exitCode } from "./fault";
import { stacksOf } from "./project";
import { referencedBy } from "./references";
import { loadRunning, loadState } from "./saved-stack";
import type { Terminal } from "./terminal";

/** Prints an access token, and nothing else, so that a shell can take it. */
export async function token(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command);
  const running = loadRunning(command.directory, stack);
  const state = loadState(command.directory, stack);
  if (running === undefined || state === undefined) {
    throw new CommandFault(`${stack} is not served; run \`npm run local -- up --stack ${stack}\` in another terminal`);
  }
  if (running.identity === undefined) throw new CommandFault(`${stack} has no user pool, so there are no tokens`);
  const states = [state, ...referencedBy(state, command).map((other) => other.state)];
  const client = chooseClient(states.flatMap(machineClients), command.client);
  terminal.print(await grant(running.identity, client, command.scopes));
  return exitCode.ok;
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
async function grant(pool: string, client: MachineClient, scopes: readonly string[]): Promise<string> {
  const credentials = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString("base64");
  const response = await fetch(`${pool}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      ...(scopes.length > 0 && { scope: scopes.join(" ") }),
    }),
  }).catch((cause) => {
    throw new CommandFault(`the user pool at ${pool} does not answer`, { cause });
  });
  const answer = (await response.json().catch(() => ({}))) as { access_token?: unknown; error?: unknown };
  if (typeof answer.access_token === "string") return answer.access_token;
  const hint = answer.error === "invalid_scope" ? `; ${client.resource} may ask for ${client.scopes.join(", ")}` : "";
  throw new CommandFault(`the user pool refused: ${answer.error ?? `status ${response.status}`}${hint}`);
}
