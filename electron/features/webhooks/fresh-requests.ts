import { limits } from '../../../shared/limits.ts';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';

/**
 * Requests of webhooks that were just written: the first attempt need not ask the database, which may be busy with the
 * rest of a burst. Above the limit, and after a restart, it asks.
 */
export class FreshRequests {
  private readonly requests = new Map<string, string>();
  private bytes = 0;

  public put(id: string, request: string): void {
    const bytes = roughBytes(request);
    if (this.requests.has(id) || this.bytes + bytes > limits.freshRequestBytes) return;
    this.requests.set(id, request);
    this.bytes += bytes;
  }

  /** Once: what is tried again may have been changed meanwhile. */
  public take(id: string): string | undefined {
    const request = this.requests.get(id);
    if (request === undefined) return undefined;
    this.requests.delete(id);
    this.bytes -= roughBytes(request);
    return request;
  }
}
