import type { FunctionDeclaration } from "../catalogue/define/function";
import type { Settings } from "../config/schema";

const defaults = { memory: 256, timeoutSeconds: 10 };

/** What Lambda must get for a declared function, apart from what other resources give. */
export function planFunction(declaration: FunctionDeclaration, settings: Settings) {
  return {
    function: {
      description: declaration.description,
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "handler.handler",
      memorySize: declaration.memory ?? defaults.memory,
      timeout: declaration.timeout ?? defaults.timeoutSeconds,
    },
    files: ["handler.js", "handler.js.map"],
    environment: {
      NODE_OPTIONS: "--enable-source-maps",
      ...(declaration.role === "route" && corsRules(settings.api)),
      ...(declaration.trigger === "preSignUp" && signUpRules(settings)),
    },
    tracing: { mode: settings.observability.tracing ? "Active" : "PassThrough" },
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  };
}

/** The pages that may read answers, and which headers of them beside those that every page may. */
const corsRules = ({ cors }: Settings["api"]) => ({
  CORS_ORIGINS: cors.origins.join(","),
  ...(cors.exposedHeaders.length > 0 && { CORS_EXPOSED_HEADERS: cors.exposedHeaders.join(",") }),
});

/** Who may sign up, and for the people of which e-mail domains each identity provider may speak. */
const signUpRules = ({ userPool, identityProviders }: Settings) => ({
  SIGN_UP_DOMAINS: userPool.signUpDomains.join(","),
  IDENTITY_PROVIDERS: JSON.stringify(
    Object.fromEntries(Object.entries(identityProviders).map(([name, { domains }]) => [name, domains])),
  ),
});

export type FunctionPlan = ReturnType<typeof planFunction>;
