export const where: string = process.cwd();
export const configuration: string = process.env.PULUMI_NODEJS_TSCONFIG_PATH ?? "";
