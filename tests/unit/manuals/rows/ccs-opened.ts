import { expect } from 'vitest';
import { cipherTools } from '../../../../electron/features/popups/cipher-tools.ts';
import { callCenterStudio } from '../../../../shared/dialects/call-center-studio.ts';
import { emptyCallData, type CallData } from '../../../../shared/model/call-fields.ts';
import { popupSchema } from '../../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../../shared/popup-url/prepare-popup-url.ts';
import { english } from '../../../../shared/text/english.ts';
import { callFieldOf } from '../../../support/popup-form-fields.ts';
import { ruleDesk, ruleWith } from '../../../support/rule-desk.ts';

export const url = 'https://crm.example.com/call';

/** What a call carries of a payload, under the name that was typed beside a field. */
export function openedWith(
  label: string,
  payload: Record<string, string>,
  encryption?: object,
): string {
  const parameters = [{ name: 'p', field: callFieldOf(label) }];
  const popup = popupSchema.parse({ id: 'p', name: 'P', url, parameters, ...encryption });
  const build = preparePopupUrl(
    popup,
    { encryption: 'correct horse battery staple' },
    cipherTools(),
  );
  const opened = build.ok ? build.value(callOf(payload)) : build;
  if (!opened.ok) throw new Error(english(opened.problem.message));
  return opened.value.url;
}

function callOf(payload: Record<string, string>): CallData {
  // The date as the manual's picture has it.
  const context = { source: 's', receivedAt: 0, feed: { timeFormat: 'dd.MM.yyyy' } };
  const decoded = callCenterStudio.decode(
    { 'Call ID': 'c', Event: 'ringing', ...payload },
    context,
  );
  const [event] = decoded.ok ? decoded.value : [];
  return event?.kind === 'call.state' ? event.call : emptyCallData;
}

const sent = (value: string) => `${url}?p=${encodeURIComponent(value)}`;
/** What a payload says under a label reaches the page under the name that was typed there. */
export const carries = (label: string, value: string) =>
  expect(openedWith(label, { [label]: value })).toBe(sent(value));
export const withKey = { encryption: { key: { secret: 's' } } };
/** Which rule runs on an event. */
export const fires = (stage: string, Event: string) =>
  ruleDesk({
    dialect: 'call-center-studio',
    rules: [ruleWith({ when: { stage }, which: { agent: 'any', queues: ['5'] } })],
  }).receive({ 'Call ID': 'c', Event, 'Queue ID': '5' });
