import { type Properties, read, readText } from "../reading";
import type { Resource, Stack, StackResource } from "../resource";
import { readObjects } from "./demand";
import { httpStages, methodSettings, restStages } from "./edge-types";
import { apiKeyOf, apiOf } from "./owner";
import { madeFrom, ofTypes } from "./shown";

/** Settings of a REST stage, or of some of its methods. */
export interface StageSetting {
  /** Whether they hold for every method of the stage, unless another setting says otherwise. */
  readonly isForAll: boolean;
  readonly properties: Properties;
}

/**
 * The method settings that one resource shows: a MethodSettings of aws, or a Stage of aws-native, which has them as a list.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
 */
export function settingsIn({ type, properties }: Resource): readonly StageSetting[] {
  if (methodSettings.includes(type))
    return readObjects(read(properties, "settings")).map((setting) => ({
      isForAll: readText(properties, "methodPath") === "*/*",
      properties: setting,
    }));
  return readObjects(read(properties, "methodSettings")).map((setting) => ({
    isForAll: readText(setting, "httpMethod") === "*" && ["/*", "*"].includes(readText(setting, "resourcePath") ?? ""),
    properties: setting,
  }));
}

/**
 * The route settings of an HTTP or WebSocket stage: those of all routes first, then those of single ones.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
 */
export function routeSettingsIn({ type, properties }: Resource): readonly Properties[] {
  if (!httpStages.includes(type)) return [];
  const single = readObjects(read(properties, "routeSettings"));
  // aws-native has a map from route key to settings in the place of the list.
  const routes = type.startsWith("aws-native:")
    ? single.flatMap((map) => Object.keys(map).flatMap((key) => readObjects(read(map, key))))
    : single;
  return [...readObjects(read(properties, "defaultRouteSettings")), ...routes];
}

/** Every REST stage of the stack with its method settings. */
export function restStagesIn(
  stack: Stack,
): readonly { readonly stage: StackResource; readonly settings: readonly StageSetting[] }[] {
  const place = (resource: StackResource) => {
    const [api, name] = [apiKeyOf(stack, resource), readText(resource.properties, "stageName")];
    return api === undefined || name === undefined ? undefined : `${api} ${name}`;
  };
  const found = new Map<string, StageSetting[]>();
  for (const resource of ofTypes(stack, methodSettings)) {
    const [source] = madeFrom(resource, "stageName", restStages);
    const key = source?.urn ?? place(resource);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), ...settingsIn(resource)]);
  }
  return ofTypes(stack, restStages).map((stage) => ({
    stage,
    settings: [...settingsIn(stage), ...(found.get(stage.urn) ?? []), ...(found.get(place(stage) ?? "") ?? [])],
  }));
}

/** Whether the stage is one of a WebSocket API of this stack: some settings exist for these only. */
export function isWebSocketStage(stack: Stack, stage: StackResource): boolean {
  const api = apiOf(stack, stage);
  return api !== undefined && readText(api.properties, "protocolType") === "WEBSOCKET";
}
