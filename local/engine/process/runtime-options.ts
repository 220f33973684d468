/** The options of `runtime:` in Pulumi.yaml and PulumiPolicy.yaml that decide how Node.js is started. */
export interface RuntimeOptions {
  /** Whether TypeScript is loaded through ts-node. Default: true. */
  readonly typescript: boolean;
  /** Path of the TypeScript configuration, from the working directory. Default: the SDK's own, tsconfig.json. */
  readonly tsconfig?: string;
  /** Arguments of Node.js. Default: none. */
  readonly nodeargs: readonly string[];
}

/**
 * Reads the options as Pulumi's Node.js language host does.
 * @param file for messages, such as `Pulumi.yaml`.
 * @throws Error that names the file, the option, what was found and what is expected.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/cmd/pulumi-language-nodejs/main.go (parseOptions)
 */
export function readRuntimeOptions(
  runtime: { readonly name: string; readonly options: Readonly<Record<string, unknown>> },
  file: string,
): RuntimeOptions {
  const expected = (what: string, found: unknown, expectation: string) =>
    new Error(`${file}: ${what} is ${JSON.stringify(found)}; expected ${expectation}`);
  if (runtime.name !== "nodejs") throw expected("runtime", runtime.name, "nodejs, the only one that runs locally");
  const { typescript = true, tsconfig, nodeargs = "" } = runtime.options;
  if (typeof typescript !== "boolean") throw expected("runtime.options.typescript", typescript, "true or false");
  if (tsconfig !== undefined && typeof tsconfig !== "string")
    throw expected("runtime.options.tsconfig", tsconfig, "the path of a file");
  if (typeof nodeargs !== "string") throw expected("runtime.options.nodeargs", nodeargs, "a text");
  return { typescript, ...(tsconfig ? { tsconfig } : {}), nodeargs: splitWords(nodeargs) };
}

/** Splits as a shell does, quotes included. */
export function splitWords(text: string): string[] {
  const words = text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}

/** What a child must find in its environment, beside what it inherits. */
export const runtimeEnvironment = ({ typescript, tsconfig }: RuntimeOptions): NodeJS.ProcessEnv => ({
  ...(typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
  ...(tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig } : {}),
});
