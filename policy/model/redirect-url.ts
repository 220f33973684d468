/** Schemes in which a redirect would run as a script, or open what is on the device. */
const dangerous = ["javascript", "data", "vbscript", "file", "blob", "about", "ftp", "ws", "wss"];

/**
 * What is wrong with a URL to which tokens or users are sent; undefined for https and for an app's own scheme, such as
 * `com.example.app:/callback`.
 *
 * @param allowsLocalhost Whether `http` will do for the caller's own machine, as it does for Cognito.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7
 */
export function whyUnsafe(url: string, allowsLocalhost: boolean): string | undefined {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(\/.*)$/is.exec(url) ?? [];
  if (scheme === undefined || rest === undefined) return "has no scheme";
  if (url.includes("*")) return "has a wildcard";
  switch (scheme.toLowerCase()) {
    case "https":
      return hostOf(rest) === undefined ? "names no host" : undefined;
    case "http":
      if (!isLocalhost(hostOf(rest))) return "is not encrypted";
      return allowsLocalhost ? undefined : "is at localhost, which configuration does not allow";
    default:
      return dangerous.includes(scheme.toLowerCase()) ? "has a scheme that is no app's own" : undefined;
  }
}

function isLocalhost(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])$/i.test(host);
}

/** The host without its port; undefined if there is none, or if a user name stands before it, which only deceives. */
function hostOf(rest: string): string | undefined {
  return /^\/\/(\[[0-9a-f:]+\]|[^/?#@:[\]\\\s]+)(:[0-9]+)?([/?#][^\\\s]*)?$/i.exec(rest)?.[1];
}
