import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { configInputSchema } from '../../shared/model/config-document.ts';
import { ada } from './events.ts';

export type ConfigFile = z.input<typeof configInputSchema>;
type PopupFile = NonNullable<ConfigFile['popups']>[number];

/** A configuration with one source, one popup and the rule that opens it when a call rings. */
export function oneCrmConfig(
  eventsUrl: string,
  popup: Partial<PopupFile> & { url: string },
  rest: Partial<ConfigFile> = {},
): ConfigFile {
  return {
    version: 3,
    agent: { name: 'Ada', ...ada },
    sources: [{ id: 'pbx', name: 'PBX', transport: { type: 'websocket', url: eventsUrl } }],
    popups: [
      {
        id: 'crm',
        name: 'CRM',
        parameters: [
          { name: 'call', field: 'callId' },
          { name: 'phone', field: 'callerNumber' },
          { name: 'queue', field: 'queueName' },
        ],
        ...popup,
      },
    ],
    rules: [
      {
        id: 'ring',
        name: 'Call rings',
        when: { stage: 'ringing' },
        actions: [{ do: 'popup', popup: 'crm' }],
      },
    ],
    ...rest,
  };
}

type SourceFile = NonNullable<ConfigFile['sources']>[number];

/** A source that sends one phone system's payloads. */
export const sourceOf = (
  dialect: NonNullable<SourceFile['dialect']>,
  url: string,
  feed: NonNullable<SourceFile['feed']>,
): SourceFile[] => [
  { id: 'pbx', name: 'PBX', dialect, feed, transport: { type: 'websocket', url } },
];

export function writeConfig(folder: string, config: unknown): string {
  const file = path.join(folder, 'ringcue.json');
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  return file;
}
