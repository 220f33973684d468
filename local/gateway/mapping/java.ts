/** What `$util` of mapping templates does, as the Java classes behind it do it. */

/** As `java.net.URLEncoder`: a space becomes `+`, and all but letters, digits and `.-*_` is encoded. */
export const urlEncode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

export const urlDecode = (text: string): string => decodeURIComponent(text.replaceAll("+", " "));

const named: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** As `StringEscapeUtils.escapeEcmaScript`: single quotes are escaped too, which JSON does not take. */
export const escapeJavaScript = (text: string): string =>
  text.replace(/['"\\/]/g, "\\$&").replace(/[^ -~]/g, (letter) => named[letter] ?? unicode(letter));

const unicode = (letter: string): string =>
  [...Array(letter.length).keys()]
    .map((index) => `\\u${letter.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0")}`)
    .join("");
