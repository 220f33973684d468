import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  type TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { EngineFault } from "../fault";
import type { PropertyMap, Urn } from "../model";
import { ask, connect, reasonOf } from "../protocol/rpc";
import { decode, receive, send } from "../values/wire";

interface Registration {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: Urn;
  readonly properties: PropertyMap;
  readonly options: TransformResourceOptions;
}

/**
 * Functions of the program that change registrations and invokes before the engine sees them: a resource's own, then
 * those of its parents from the inside out, then the stack's.
 * @see https://www.pulumi.com/docs/iac/concepts/options/transforms/
 */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  private readonly ofInvokes: Callback[] = [];
  private readonly ofResources = new Map<Urn, { readonly parent: Urn; readonly callbacks: readonly Callback[] }>();
  private readonly clients = new Map<string, CallbacksClient>();

  /** @param directory where relative asset paths start. */
  constructor(private readonly directory: string) {}

  addToStack(callback: Callback): void {
    this.ofStack.push(callback);
  }

  addToInvokes(callback: Callback): void {
    this.ofInvokes.push(callback);
  }

  /** Keeps the transforms of a registered resource for its children. */
  remember(urn: Urn, parent: Urn, callbacks: readonly Callback[]): void {
    this.ofResources.set(urn, { parent, callbacks });
  }

  /** @throws EngineFault when a transform throws. */
  async apply(
    registration: Registration,
    own: readonly Callback[],
  ): Promise<{ readonly properties: PropertyMap; readonly options: TransformResourceOptions }> {
    let { properties, options } = registration;
    for (const callback of [...own, ...this.ofParents(registration.parent), ...this.ofStack]) {
      const request = new TransformRequest();
      request.setType(registration.type);
      request.setName(registration.name);
      request.setCustom(registration.custom);
      request.setParent(registration.parent);
      request.setProperties(send(properties));
      request.setOptions(options);
      const response = TransformResponse.deserializeBinary(await this.call(callback, request.serializeBinary()));
      if (response.hasProperties()) properties = receive(response.getProperties(), this.directory);
      options = response.getOptions() ?? options;
    }
    return { properties, options };
  }

  /** @throws EngineFault when a transform throws. */
  async applyToInvoke(token: string, args: PropertyMap, provider: string, version: string) {
    let result = { args, provider, version };
    for (const callback of this.ofInvokes) {
      const options = new TransformInvokeOptions();
      options.setProvider(result.provider);
      options.setVersion(result.version);
      const request = new TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(send(result.args));
      request.setOptions(options);
      const response = TransformInvokeResponse.deserializeBinary(await this.call(callback, request.serializeBinary()));
      const changed = response.getOptions() ?? options;
      result = {
        args: response.hasArgs() ? decode(response.getArgs()) : result.args,
        provider: changed.getProvider(),
        version: changed.getVersion(),
      };
    }
    return result;
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private *ofParents(urn: Urn): Generator<Callback> {
    for (let current = this.ofResources.get(urn); current; current = this.ofResources.get(current.parent))
      yield* current.callbacks;
  }

  private async call(callback: Callback, payload: Uint8Array): Promise<Uint8Array> {
    const target = callback.getTarget();
    const client = this.clients.get(target) ?? connect(CallbacksClient, target);
    this.clients.set(target, client);
    const request = new CallbackInvokeRequest();
    request.setToken(callback.getToken());
    request.setRequest(payload);
    try {
      const response = await ask<{ getResponse_asU8(): Uint8Array }>((done) => client.invoke(request, done));
      return response.getResponse_asU8();
    } catch (cause) {
      throw new EngineFault(reasonOf(cause), undefined, { cause });
    }
  }
}
