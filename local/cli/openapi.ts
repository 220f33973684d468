import { didYouMean } from "../engine/project/nearest";
import type { Command } from "./arguments";
import { type Documents, readDocuments } from "./documents";
import { CommandFault, exitCode } from "./fault";
import { stacksOf } from "./project";
import type { Terminal } from "./terminal";

/** Prints the OpenAPI documents of a stack's APIs, and nothing else. */
export async function openapi(command: Command, terminal: Terminal): Promise<number> {
  const { readProject } = require("../engine/project") as typeof import("../engine/project");
  const [stack = ""] = stacksOf(command);
  const documents = readDocuments(readProject(command.directory, stack, command.configFile));
  const chosen = command.api === undefined ? documents : choose(documents, command.api);
  terminal.print(command.json ? toJson(chosen, command.api) : toYaml(chosen));
  return exitCode.ok;
}

/** @throws {CommandFault} naming the APIs that there are */
function choose(documents: Documents, api: string): Documents {
  const names = Object.keys(documents);
  const document = Object.hasOwn(documents, api) ? documents[api] : undefined;
  if (document) return { [api]: document };
  throw new CommandFault(`--api is ${api}${didYouMean(api, names) || `; expected ${names.join(" or ")}`}`);
}

/** One document as it is, several by the names of their APIs: JSON has no other way. */
const toJson = (documents: Documents, api: string | undefined): string =>
  JSON.stringify(api === undefined ? documents : documents[api], undefined, 2);

/** One after the other, as YAML separates documents. @see https://yaml.org/spec/1.2.2/#92-streams */
function toYaml(documents: Documents): string {
  const { stringify } = require("yaml") as typeof import("yaml");
  const texts = Object.values(documents).map((document) =>
    stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd(),
  );
  return texts.join("\n---\n");
}
