/** An environment variable that the platform sets. @throws {Error} naming it, when it is absent or empty */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
