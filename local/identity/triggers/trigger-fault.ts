/** What a trigger is called in errors. */
export type TriggerName = "PreSignUp" | "PreTokenGeneration" | "PostAuthentication";

/**
 * Why a trigger ended what it was asked about, in Cognito's words; nobody but the function's author chose what is said after
 * "failed with error".
 */
export class TriggerFault extends Error {}
