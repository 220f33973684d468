import http from "node:http";
import https from "node:https";
import net from "node:net";

/** Where requests for AWS are answered: ports of this machine. */
export interface LocalPorts {
  readonly keysPort: number;
  readonly sqsPort?: number;
}

/**
 * Keeps a function on this machine: requests for a user pool's keys and for queues are answered here, connections to this machine
 * pass, and any other ends in an error that names the host. To be called before the function is loaded, whose imports then see the change. It guards against mistakes, not against malice: a child process gets past it.
 */
export function confineNetwork(ports: LocalPorts): void {
  redirectHttps(ports);
  redirectFetch(ports.keysPort);
  refuseConnections();
}

/** Path on the keys' server for a URL that asks for a user pool's keys, or undefined for any other URL. */
export function keysPath(url: URL): string | undefined {
  const asksForKeys =
    url.protocol === "https:" &&
    /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/.test(url.hostname) &&
    url.pathname.endsWith("/.well-known/jwks.json");
  return asksForKeys ? `/${url.hostname}${url.pathname}` : undefined;
}

type RequestArguments = readonly [
  target: string | URL | https.RequestOptions,
  options?: https.RequestOptions | ResponseListener,
  listener?: ResponseListener,
];
type ResponseListener = (response: http.IncomingMessage) => void;

/** SDKs take the queue's URL for the address of SQS, whatever AWS_ENDPOINT_URL_SQS says. */
const isSqs = ({ hostname }: URL): boolean => /^sqs\.[a-z0-9-]+\.amazonaws\.com$/.test(hostname);

function redirectHttps({ keysPort, sqsPort }: LocalPorts): void {
  const { request } = https;
  const redirected = (...args: RequestArguments): http.ClientRequest => {
    const url = requestedUrl(args);
    const path = sqsPort !== undefined && isSqs(url) ? url.pathname : keysPath(url);
    const port = isSqs(url) ? sqsPort : keysPort;
    if (path === undefined) return (request as (...all: RequestArguments) => http.ClientRequest)(...args);
    const options = args.find((argument) => isOptions(argument));
    const listener = args.find((argument) => typeof argument === "function");
    // The agent and the host are those of the request that is replaced.
    const { method, headers, timeout, signal } = (options ?? {}) as https.RequestOptions;
    return http.request({ host: "127.0.0.1", port, path, method, headers, timeout, signal }, listener);
  };
  https.request = redirected as typeof https.request;
  https.get = ((...args: RequestArguments) => {
    const sent = redirected(...args);
    sent.end();
    return sent;
  }) as typeof https.get;
}

const isOptions = (value: unknown): boolean => typeof value === "object" && !(value instanceof URL);

function requestedUrl([target, options]: RequestArguments): URL {
  if (typeof target === "string" || target instanceof URL) return new URL(target);
  const given = { ...target, ...(isOptions(options) ? (options as https.RequestOptions) : {}) };
  const host = given.hostname ?? given.host ?? "localhost";
  return new URL(`https://${host}:${given.port ?? 443}${given.path ?? "/"}`);
}

function redirectFetch(keysPort: number): void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const path = keysPath(new URL(input instanceof Request ? input.url : input));
    return original(path === undefined ? input : `http://127.0.0.1:${keysPort}${path}`, init);
  };
}

/** Every TCP connection of Node.js passes here: http, https, fetch and the AWS SDK alike. */
function refuseConnections(): void {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const host = connectionHost(args);
    if (host === undefined || isThisMachine(host)) return Reflect.apply(connect, this, args);
    const error = new Error(
      `This function tried to reach ${host}. Functions that run locally reach only this machine; ` +
        "point the client at a local endpoint through an environment variable.",
    );
    process.nextTick(() => this.destroy(error));
    return this;
  } as typeof net.Socket.prototype.connect;
}

/**
 * The host of a connection, or undefined for a local socket (a `path`, which http leaves null).
 * Node.js calls `connect` with `(options, callback)`, `(port, host, callback)` or a list that holds the former.
 */
function connectionHost(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: string; path?: string | null };
    return typeof path === "string" ? undefined : (host ?? "localhost");
  }
  return typeof second === "string" ? second : "localhost";
}

/** Whether a host name or address means this machine. */
export const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
