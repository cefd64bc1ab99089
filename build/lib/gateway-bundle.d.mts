export function bundleGateway(folder?: string): Promise<string>;
