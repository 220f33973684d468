/**
 * A resource server: an API with custom scopes of its own. Its key is the identifier, the part of a scope before the slash.
 * Limits: 100 scopes a server, 25 servers a pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export interface ResourceServer {
  /** What people call it. */
  readonly title: string;
  /** Scope name to what it lets its bearer do. */
  readonly scopes: Readonly<Record<string, string>>;
}

type Servers = Readonly<Record<string, ResourceServer>>;

/** `orders/read` and its like: what a token must carry. */
export type ScopeOf<T extends Servers> = {
  [Server in keyof T & string]: `${Server}/${keyof T[Server]["scopes"] & string}`;
}[keyof T & string];

export const defineResourceServers = <const T extends Servers>(servers: T): T => servers;

/** Every scope of every server, in the order of their declaration. */
export const listScopes = <const T extends Servers>(servers: T): readonly ScopeOf<T>[] =>
  Object.entries(servers).flatMap(([server, { scopes }]) =>
    Object.keys(scopes).map((scope) => `${server}/${scope}` as ScopeOf<T>),
  );
