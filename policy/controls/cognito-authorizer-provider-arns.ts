import type { Control } from "../control";
import { type AuthorizerFacts, authorizersIn } from "../model/authorizer";
import { listIn } from "../model/list";
import { type Authorizer, type Model, modelOf } from "../model/model";
import { readText } from "../reading";
import { families } from "../resource-types";
import type { Settings } from "../settings";

const poolArn = /^arn:aws[\w-]*:cognito-idp:[\w-]+:(\d{12}):userpool\/[\w-]+_[0-9a-zA-Z]+$/;

export const cognitoAuthorizerProviderArns: Control = {
  id: "cognito-authorizer-provider-arns",
  title: "A Cognito authorizer names its user pools: at least one, by ARN, of an account that is known.",
  severity: "critical",
  level: "mandatory",
  types: [...families.restAuthorizer, ...families.restApi],
  why: "Whoever owns the user pool decides who gets in: a pool of a stranger, or one that a stage variable names, is a door.",
  fix: "Set providerArns to the arn of a user pool of this stack, or to a literal ARN of an account in the setting accounts.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html",
  settings: {
    accounts: {
      type: "array",
      default: [],
      description:
        "a list of AWS accounts whose user pools may decide; where it is empty, those that the stack itself shows",
      items: { type: "string", pattern: "^[0-9]{12}$", description: "an account's number with twelve digits" },
    },
  },
  checkResource: (resource, settings) =>
    cognitoAuthorizersOf(authorizersIn(resource)).flatMap((authorizer) =>
      faults(authorizer, settings).map((fault) => `${authorizer.subject} ${fault}.`),
    ),
  checkStack: (stack, { settings }) => {
    const model = modelOf(stack);
    const listed = accountsIn(settings);
    if (listed.length > 0) return [];
    const own = accountsOf(model);
    return cognitoAuthorizersOf(model.authorizers)
      .filter((authorizer) => isForeign(authorizer, own, model))
      .map(({ subject, resource }) => ({
        message: `${subject} lets in whom another account's user pool knows: nothing else in this stack is of that account.`,
        urn: resource.urn,
      }));
  },
};

function cognitoAuthorizersOf<A extends AuthorizerFacts>(authorizers: readonly A[]): readonly A[] {
  return authorizers.filter(({ type }) => type.state === "known" && type.value === "COGNITO_USER_POOLS");
}

/** What the authorizer shows by itself. An ARN that is not known yet is that of a pool which the deployment makes. */
function faults({ providerArns }: AuthorizerFacts, settings: Settings): readonly string[] {
  const { state, texts } = listIn(providerArns);
  if (state === "none") return ["names no user pool, so that nothing says whose tokens it takes"];
  const listed = accountsIn(settings);
  return [
    ...(texts.some((arn) => arn.includes("${stageVariables."))
      ? ["takes its user pool from a stage variable, which whoever may change the stage can point at a pool of theirs"]
      : []),
    ...(texts.some((arn) => !arn.includes("${stageVariables.") && !poolArn.test(arn))
      ? ["names something that is no ARN of a user pool"]
      : []),
    ...(listed.length > 0 && texts.some((arn) => !isOf(arn, listed))
      ? ["lets in whom a user pool of an account that is not listed knows"]
      : []),
  ];
}

function accountsIn({ accounts }: Settings): readonly string[] {
  return (accounts ?? []) as readonly string[];
}

function isOf(arn: string, accounts: readonly string[]): boolean {
  const account = poolArn.exec(arn)?.[1];
  return account === undefined || accounts.includes(account);
}

/** The accounts that the stack's own resources have in their ARNs; none in a first preview. */
function accountsOf({ relations }: Model): readonly string[] {
  const arns = (["restApi", "httpApi", "userPool", "lambdaFunction"] as const)
    .flatMap((family) => relations.all(family))
    .flatMap(({ properties }) => [readText(properties, "executionArn"), readText(properties, "arn")]);
  return [...new Set(arns.flatMap((arn) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn ?? "")?.[1] ?? []))];
}

function isForeign({ providerArns }: Authorizer, own: readonly string[], { relations }: Model): boolean {
  if (own.length === 0) return false;
  return listIn(providerArns).texts.some((arn) => !isOf(arn, own) && relations.named("userPool", arn) === undefined);
}
