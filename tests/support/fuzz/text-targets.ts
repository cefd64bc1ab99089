import { takeEventLink } from '../../../electron/features/sources/http/http-receivers.ts';
import { readCommandLine } from '../../../electron/startup/command-line.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { framings } from '../../../shared/frames/framings.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import { clickToCallUrl, parsePhoneLink } from '../../../shared/model/phone-link.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { parseAddress } from '../../../shared/popup-url/parse-address.ts';
import { addressText, fillAddress } from '../../../shared/popup-url/fill-address.ts';
import { english, problemText } from '../../../shared/text/english.ts';
import { prepareTemplate, templateFormats } from '../../../shared/templates/template.ts';
import { nothing, type FuzzTarget } from './fuzz-target.ts';
import { messages } from './messages.ts';
import { mutated } from './mutate.ts';

/** Frames of every dialect in every framing. What is refused is said in words, which may fail too. */
export const frames: FuzzTarget = {
  name: 'frames',
  run(dice) {
    const text = mutated(messages, dice);
    const framing = dice.of([undefined, ...framings]);
    const read = readFrame({ text, bytes: Buffer.byteLength(text) }, { framing, isMapped: false });
    if (!read.ok) {
      problemText(read.problem);
      return false;
    }
    const context = { source: 's', receivedAt: 1_790_000_000_000, feed: {} };
    for (const item of read.value.items.slice(0, 20)) {
      for (const dialect of Object.values(dialects)) {
        const decoded = dialect.decode(item, context);
        if (!decoded.ok) problemText(decoded.problem);
      }
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
export const templateTexts: FuzzTarget = {
  name: 'templates',
  run(dice) {
    const text = mutated(templates, dice);
    const settings = { call: sampleCall, dates: { format: 'iso', zone: 'UTC' } as const };
    const made = prepareTemplate(dice.of(templateFormats), text);
    if (made.ok) made.value({ ...settings, whenUnset: 'empty' });
    else problemText(made.problem);
    const address = parseAddress(text);
    if (address.ok) addressText(fillAddress(address.value, { ...settings, dropEmpty: true }), '');
    else problemText(address.problem);
    return false;
  },
  end: nothing,
};

const linkSecret = 'a-secret-of-a-source';
const links = [
  'tel:+31-20-123;ext=4',
  'callto://0532 555',
  'ringcue://open',
  'ringcue:call?number=%2B31201234567',
  `ringcue://event/${linkSecret}/ring?call_id=1&from=%2B31201234567`,
  'sip:83@pbx.example.com',
  '--config=a.json',
  '--user-data-dir=/tmp/x',
  '--demo',
];

/** Links from other programs, and the command line that carries them. */
export const linkTexts: FuzzTarget = {
  name: 'links',
  run(dice) {
    const text = mutated(links, dice);
    const link = parsePhoneLink(text);
    if (link?.kind === 'call') {
      clickToCallUrl('https://pbx.example.com/?n={number}', text);
      // A + may stand behind a code that hides the caller.
      if (!/^[\d*#]*\+?[\d*#]*$/.test(link.number) || !/\d/.test(link.number))
        throw new Error(`dials ${link.number}`);
    }
    if (link?.kind === 'refused') english(link.said);
    const receiver = { secret: linkSecret, token: undefined, take: nothing };
    const isTaken = link?.kind === 'event' && takeEventLink(link.event, [receiver]);
    try {
      readCommandLine([text, mutated(links, dice)], '/');
    } catch (error) {
      // What it says to a person who left the file out.
      if (!(error instanceof Error && error.message.startsWith('--config needs'))) throw error;
    }
    return isTaken && !text.includes(`/${linkSecret}`);
  },
  end: nothing,
};
