import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parse } from "yaml";
import { contract } from "../../infra/outputs/contract";
import { understand } from "../../local/cli/arguments";
import { listStacks } from "../../local/engine/project";
import { faultsOfCognito } from "./cognito";
import { isScript, localArgsOf, scriptRunOf } from "./npm-scripts";
import { type Page, readPage } from "./pages";
import { faultsOfSnippet, isSetting } from "./settings";
import { commandsOf, valuesOf, type Words } from "./shell";

/** What a page names and nobody can find, because following the page makes it. */
const madeByReaders: Readonly<Record<string, string>> = {
  "tests/golden/staging.json": "npm run golden writes it for the new stack",
  "Pulumi.staging.yaml": "the guide copies it",
  "Pulumi.prod2.yaml": "the guide describes a stack that is not here",
  "trust.json": "the guide shows what is in it",
  "users.csv": "the guide says how it is made",
  clientIdKiosk: "the guide adds the client",
  clientSecretArnBilling: "the guide supposes the client",
  staging: "the guide makes the stack",
};

/** First words of dotted names that are no settings. */
const otherNames: Readonly<Record<string, string>> = {
  caller: "field of the access logs",
  authorizer: "field of the access logs",
  integration: "field of the access logs",
  requestContext: "field of a function's event",
  aws: "of @pulumi/aws",
};

/** Every way in which a page names what is not there, each with what it names. */
export const faultsOf = (page: Page): string[] =>
  [linkFaults, fileFaults, typeFaults, settingFaults, commandFaults, snippetFaults].flatMap((check) =>
    check(page).map((fault) => `${page.file}: ${fault}`),
  );

function linkFaults(page: Page): string[] {
  return page.links
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page.file : normalize(join(dirname(page.file), path));
      if (!existsSync(target)) return [`the link ${link} leads nowhere; ${target} is not there`];
      if (anchor === undefined) return [];
      const anchors = path === "" ? page.anchors : readPage(target, readFileSync(target, "utf8")).anchors;
      return anchors.includes(anchor) ? [] : [`the link ${link} leads to no heading`];
    });
}

/** A path in the project: below one of its folders, or with the ending of a file that a program reads. */
const looksLikeFile = (word: string) =>
  /^(?:\.github|\.ci|infra|functions|policy|local|tests|docs|examples)\/[\w./<>$*{},-]+$/.test(word) ||
  /^(?:[\w.<>$*-]+\/)*[\w.<>$*-]+\.(?:[jt]s|json|ya?ml|md)$/.test(word);

/** Where a file may be of which only the name is told. */
const folders = "{infra,functions,policy,local,tests,docs}";

function fileFaults(page: Page): string[] {
  const commands = commandsOf(page);
  const written = [
    ...page.blocks.flatMap(({ text }) => [...text.matchAll(/> "?([\w.$-]+)/g)].map(([, name]) => name!)),
    ...["--file", "--import-file"].flatMap((flag) => commands.flatMap((words) => valuesOf(words, flag))),
  ];
  const named = [...page.code, ...commands.flat().map((word) => word.replace(/^file:\/\//, ""))];
  return [...new Set(named)]
    .filter((word) => looksLikeFile(word) && !written.includes(word) && !(word in madeByReaders))
    .filter((word) => {
      const pattern = word.replaceAll(/<[^>]+>|\$\w+/g, "*");
      const places = [
        pattern,
        join(dirname(page.file), pattern),
        ...(word.includes("/") ? [] : [`${folders}/**/${pattern}`]),
      ];
      return !places.some((place) => globSync(place).length > 0);
    })
    .map((word) => `${word} is not there`);
}

/** Resource types, of which the AWS provider has a file each. */
function typeFaults({ code }: Page): string[] {
  return code
    .flatMap((text) => /^aws:([\w/]+):\w+$/.exec(text)?.[1] ?? [])
    .filter((module) => !existsSync(`node_modules/@pulumi/aws/${module}.d.ts`))
    .map((module) => `@pulumi/aws has no ${module}`);
}

function settingFaults({ code }: Page): string[] {
  return code
    .flatMap((text) => /^([a-z][A-Za-z]*(?:\.(?:<\w+>|[A-Za-z][\w-]*))+)(?:: .*)?$/.exec(text)?.[1] ?? [])
    .filter((path) => !looksLikeFile(path) && !/\.(?:com|example|io|dev|org)$/.test(path))
    .filter((path) => !(path.split(".")[0]! in otherNames) && !isSetting(path))
    .map((path) => `${path} is no setting`);
}

function commandFaults(page: Page): string[] {
  const stacks = [...listStacks(process.cwd()), ...Object.keys(madeByReaders)];
  return commandsOf(page).flatMap((words) => [
    ...npmFaults(words),
    ...faultsOfCognito(words),
    ...outputFaults(words),
    ...configFaults(words),
    ...["--stack", "-s"]
      .flatMap((flag) => valuesOf(words, flag))
      .filter((stack) => !stack.startsWith("<") && !stack.startsWith("$") && !stacks.includes(stack))
      .map((stack) => `there is no stack ${stack}; found in ${words.join(" ")}`),
  ]);
}

function npmFaults(words: Words): string[] {
  const run = scriptRunOf(words);
  if (run === undefined) return [];
  if (!isScript(run.script)) return [`npm has no script ${run.script}; found in ${words.join(" ")}`];
  const args = localArgsOf(run);
  if (args === undefined || args.some((arg) => arg.startsWith("<"))) return [];
  const understood = understand(args, process.cwd());
  return understood.kind === "wrong" ? [`${understood.message}; found in ${words.join(" ")}`] : [];
}

function outputFaults([tool, noun, verb, name]: Words): string[] {
  if (tool !== "pulumi" || noun !== "stack" || verb !== "output" || name === undefined || name.startsWith("-"))
    return [];
  return name in contract.shape || name in madeByReaders ? [] : [`${name} is no output of the stack`];
}

function configFaults([tool, noun, verb, ...rest]: Words): string[] {
  if (tool !== "pulumi" || noun !== "config" || verb !== "set") return [];
  const [path = ""] = rest.filter((word, index) => !word.startsWith("-") && rest[index - 1] !== "--stack");
  return path.includes(":") || isSetting(path) ? [] : [`${path} is no setting; found in pulumi config set`];
}

function snippetFaults({ blocks }: Page): string[] {
  return blocks.flatMap(({ language, text }) => {
    try {
      if (language === "json") JSON.parse(text);
      if (language === "yaml") {
        parse(text);
        return faultsOfSnippet(asStackFile(text));
      }
      return [];
    } catch (error) {
      return [`a snippet of ${language} cannot be read: ${(error as Error).message}`];
    }
  });
}

/** A snippet may begin below `config`. */
const asStackFile = (text: string) => (/^gatehouse:/m.test(text) ? `config:\n${text.replaceAll(/^/gm, "  ")}` : text);
