import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { inputs, type Handlers, type Reply } from '../../shared/ipc/contract.ts';
import { channels, wireName, type Channel } from '../../shared/ipc/channels.ts';
import { schemaProblems } from '../../shared/model/schema-problem.ts';
import { errorText, type Log } from '../ports/log.ts';

/** Which of our windows may call which channels. */
export class TrustedSenders {
  private readonly allowed = new Map<number, ReadonlySet<string>>();

  public constructor(private readonly origin: string) {}

  public add(contents: WebContents, names: readonly Channel[]): void {
    const { id } = contents;
    this.allowed.set(id, new Set(names));
    contents.once('destroyed', () => this.allowed.delete(id));
  }

  /**
   * Threat: a page of somebody else's, in a popup or a frame, that finds a way to our IPC. Only the main
   * frame of a window we made, showing a page of ours, may call, and only its own channels.
   */
  public mayCall(event: IpcMainInvokeEvent, channel: Channel): boolean {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame) return false;
    return (
      (this.allowed.get(event.sender.id)?.has(channel) ?? false) &&
      frame.url.startsWith(`${this.origin}/`)
    );
  }
}

/** The calling window, for handlers whose answer depends on it. */
export type Sender = WebContents;

const replySchema: z.ZodType<Reply<unknown>> = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
]);

export type HandlersFor = (sender: Sender) => Handlers;

/** Answers every channel of the contract. @returns a function that takes all handlers off again */
export function installHandlers(
  handlersFor: HandlersFor,
  trusted: TrustedSenders,
  log: Log,
): () => void {
  for (const channel of channels) {
    ipcMain.handle(wireName(channel), (event, input: unknown) => {
      if (!trusted.mayCall(event, channel)) {
        log.warn('ipc call refused', { channel });
        throw new Error('refused');
      }
      return answer(handlersFor(event.sender), channel, input, log);
    });
  }
  return () => {
    for (const channel of channels) ipcMain.removeHandler(wireName(channel));
  };
}

async function answer(
  handlers: Handlers,
  channel: Channel,
  input: unknown,
  log: Log,
): Promise<Reply<unknown>> {
  const parsed = inputs[channel].safeParse(input);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error) };
  try {
    const handler: unknown = handlers[channel];
    if (typeof handler !== 'function') throw new Error(`no handler for ${channel}`);
    // The schema of this channel checked the input, and the compiler that handler and schema belong together.
    const reply: unknown = await Reflect.apply(handler, handlers, [parsed.data]);
    return replySchema.parse(reply);
  } catch (error) {
    log.error('command failed', { channel, problem: errorText(error) });
    return { ok: false, problems: [{ path: '', message: errorText(error) }] };
  }
}
