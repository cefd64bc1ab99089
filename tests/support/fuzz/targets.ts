import { dispatch } from '../../../electron/platform/ipc/dispatch.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { readCommandLine } from '../../../electron/startup/command-line.ts';
import { contract, type Channel } from '../../../shared/contract/contract.ts';
import { done } from '../../../shared/contract/reply.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';
import { framings } from '../../../shared/frames/framings.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import { clickToCallUrl, parsePhoneLink } from '../../../shared/model/phone-link.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { parseAddress } from '../../../shared/popup-url/parse-address.ts';
import { addressText, fillAddress } from '../../../shared/popup-url/fill-address.ts';
import { prepareTemplate, templateFormats } from '../../../shared/templates/template.ts';
import { forkMappingProcess } from '../mapping-process.ts';
import { Dice, mutated, mutatedValue } from './mutate.ts';

export interface FuzzTarget {
  readonly name: string;
  /** Runs once. @returns true where something was done that only an administrator may do */
  readonly run: (dice: Dice) => boolean | Promise<boolean>;
  readonly end: () => void;
}

const nothing = (): void => undefined;
const messages = [
  ...mappingRecipes.map(({ sample }) => JSON.stringify(sample)),
  '{"call_id":"1","caller_id_number":"+31201234567","status":"ringing","start_stamp":"2026-11-21 09:30:05"}',
  '{"event":"call","data":{"event":"ringing","id":"1","from":{"number":"+90 532"}}}',
  '{"specversion":"1.0","type":"call.ringing","id":"1","source":"s","data":{"callId":"1"}}',
  '$call_id=1&%status%=ringing&time=1790000000',
  '<event><call id="1"><from>0532</from></call></event>',
  '42["call",{"id":1}]',
  '{"type":1,"target":"call","arguments":[{"id":"1"}]}\x1e',
];

/** Frames of every dialect in every framing. */
const frames: FuzzTarget = {
  name: 'frames',
  run(dice) {
    const text = mutated(messages, dice);
    const framing = dice.of([undefined, ...framings]);
    const read = readFrame({ text, bytes: Buffer.byteLength(text) }, { framing, isMapped: false });
    if (!read.ok) return false;
    const context = { source: 's', receivedAt: 1_790_000_000_000, feed: {} };
    for (const item of read.value.items.slice(0, 20)) {
      for (const dialect of Object.values(dialects)) dialect.decode(item, context);
    }
    return false;
  },
  end: nothing,
};

const templates = [
  '{"phone":"{{callerNumber|national}}","n":"{{custom.id:number}}","all":["{{ext.a.b:json}}"]}',
  '<call id="{{callId}}"><phone>{{callerNumber}}</phone><!-- x --></call>',
  'https://crm.example.com/a/{{custom.a/b}}/c?q={{callerNumber|e164}}&r={{queueName}}#/d/{{callId}}?e={{agentId}}',
];

/** Templates of bodies and addresses, filled with a call. */
const templateTexts: FuzzTarget = {
  name: 'templates',
  run(dice) {
    const text = mutated(templates, dice);
    const settings = { call: sampleCall, dates: { format: 'iso', zone: 'UTC' } as const };
    const made = prepareTemplate(dice.of(templateFormats), text);
    if (made.ok) made.value({ ...settings, whenUnset: 'empty' });
    const address = parseAddress(text);
    if (address.ok) addressText(fillAddress(address.value, { ...settings, dropEmpty: true }), '');
    return false;
  },
  end: nothing,
};

const links = [
  'tel:+31-20-123;ext=4',
  'callto://0532 555',
  'ringcue://open',
  'sip:83@pbx.example.com',
  '--config=a.json',
  '--demo',
];

/** Links from other programs, and the command line that carries them. */
const linkTexts: FuzzTarget = {
  name: 'links',
  run(dice) {
    const text = mutated(links, dice);
    const link = parsePhoneLink(text);
    if (link?.kind === 'call') clickToCallUrl('https://pbx.example.com/?n={number}', text);
    try {
      readCommandLine([text, mutated(links, dice)], '/');
    } catch (error) {
      // What it says to a person who left the file out.
      if (!(error instanceof Error && error.message.startsWith('--config needs'))) throw error;
    }
    return false;
  },
  end: nothing,
};

const channels = Object.keys(contract) as Channel[];
const inputs: readonly unknown[] = [
  { popup: { id: 'p', name: 'P', url: 'https://crm.example.com/' }, rules: [], expected: 'new' },
  {
    source: { id: 's', name: 'S', transport: { type: 'websocket', url: 'wss://pbx.example.com' } },
    expected: 'any',
  },
  { webhook: { id: 'w', name: 'W', url: 'https://hooks.example.com/' }, rules: [], expected: 1 },
  { id: 'x', url: 'https://a.example/', body: '' },
  { text: '', limit: 10 },
  { callKey: 'k', note: 'n', disposition: '', popupId: 'p' },
  { do: 'enable', part: 'rules', ids: ['r'] },
  { pin: '1234' },
];

/** Calls of a page without rights: its handlers only count. */
const ipc: FuzzTarget = {
  name: 'ipc',
  async run(dice) {
    let called: Channel | undefined;
    const entries = channels.map((channel) => [channel, () => ((called = channel), done)]);
    const faults: unknown[] = [];
    await dispatch(dice.of(channels), mutatedValue(dice.of(inputs), dice), {
      handlers: Object.fromEntries(entries),
      gate: {
        allows: (right) => right === 'agent',
        facts: () => ({
          hasAgent: dice.below(2) === 0,
          exists: () => dice.below(2) === 0,
          mayChange: () => dice.below(2) === 0,
        }),
      },
      fault: (_channel, error) => (faults.push(error), 'A1B2C3'),
    });
    if (faults.length > 0) throw new Error(String(faults[0]));
    const right = called === undefined ? 'agent' : contract[called].right;
    return typeof right === 'string' && right !== 'agent';
  },
  end: nothing,
};

/** Mapping texts, in their process. One that takes all time or memory is stopped, which is no hang. */
function mappings(processFile: string): FuzzTarget {
  const evaluator = new MappingEvaluator(forkMappingProcess(processFile), systemClock);
  const expressions = mappingRecipes.map(({ expression }) => expression);
  return {
    name: 'mappings',
    async run(dice) {
      const payload = JSON.stringify(dice.of(mappingRecipes).sample);
      await evaluator.evaluate({ expression: mutated(expressions, dice), payload, topic: 'a/b' });
      return false;
    },
    end: () => evaluator.stop(),
  };
}

/** @param processFile the compiled entry of the mapping process */
export const fuzzTargets = (processFile: string): readonly FuzzTarget[] => [
  frames,
  templateTexts,
  linkTexts,
  ipc,
  mappings(processFile),
];
