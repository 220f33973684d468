/** How results are told: to people in a terminal, in a pull request, to code scanning, to any other machine. */
export const formats = ["text", "markdown", "sarif", "json"] as const;
export type Format = (typeof formats)[number];

export const isFormat = (text: string): text is Format => formats.some((format) => format === text);
