import { ResourceMonitorFeature as Feature } from "@pulumi/pulumi/proto/resource_pb";

/**
 * What the real engine (v3.260.0) says it can do, by the ids of older SDKs. Hooks are named although they are refused
 * when one is registered: the refusal says why, whereas an SDK that is told "no" asks for a newer CLI.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/source_eval.go (supportsFeatureID)
 */
export const featureIds: ReadonlySet<string> = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "replacementTrigger",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
  "sendsOptionsToHooks",
]);

/** The same for SDKs that ask GetDeploymentInfo (3.260 and later). */
export const features: readonly Feature[] = [
  Feature.RESOURCE_MONITOR_FEATURE_SECRETS,
  Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
  Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
  Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
  Feature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER,
  Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
  Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
  Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
  Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
  Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
  Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
  Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
  Feature.RESOURCE_MONITOR_FEATURE_SENDS_OPTIONS_TO_HOOKS,
  Feature.RESOURCE_MONITOR_FEATURE_BYTE_STRING,
  Feature.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON,
  Feature.RESOURCE_MONITOR_FEATURE_INVOKE_PARENT,
];
