import { beforeAll, expect, vi } from 'vitest';
import { newPopup } from '../../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../../renderer/features/popups/popup-editor.tsx';
import type { JsonValue } from '../../../../shared/json/json-value.ts';
import { popupSchema } from '../../../../shared/model/popup.ts';
import { looksLikeValue } from '../../../../shared/popup-url/parameter-names.ts';
import { MemoryDesk } from '../../../support/memory-desk.ts';
import { callFieldOf, formFields, type FormField } from '../../../support/popup-form-fields.ts';
import { beside, differs, member, memberText, says } from '../../../support/reference-table.ts';
import { longWalk, show } from '../../../support/render.tsx';
import { carries, openedWith, url, withKey } from './ccs-opened.ts';

let form: ReadonlyMap<string, FormField>;
beforeAll(async () => {
  const editor = <PopupEditor popup={newPopup()} isNew onClose={vi.fn()} />;
  form = await formFields(await show(editor, new MemoryDesk()));
}, longWalk);
const fieldAt = (label: string): FormField => {
  const found = form.get(label);
  if (found === undefined) throw new Error(`The form has no field ${label}`);
  return found;
};
const places = () => [...form.keys()];

const isCallData = (of: JsonValue) => member(of, 'kind') === 'call data';
const labelIn = (of: JsonValue) => memberText(of, 'label');

/** What the manual counts. */
export const countRows = [
  beside('system', 'Its name; the dialect is tested by its payloads'),
  beside('document', 'The title of the manual'),
  beside('seed', 'The number of the file'),
  says('purpose', () => carries('Call ID', 'c-1')),
  says('counts › fields', ({ value }) => expect(form.size).toBe(value)),
  says('counts › callDataFields', ({ value }) =>
    expect(places().filter((label) => fieldAt(label).isCallData)).toHaveLength(Number(value)),
  ),
  says('counts › mandatory', ({ value }) =>
    expect(places().filter((label) => fieldAt(label).required)).toHaveLength(Number(value)),
  ),
  differs('counts › withInfoIcon', 'Every call field says what it means', () =>
    expect(places().filter((label) => fieldAt(label).tip !== '')).toHaveLength(23),
  ),
  beside('counts › *', 'The examples are counted; each has its own row'),
];

const popup = { id: 'p', name: 'P', url };
const isTaken = (rest: object) => popupSchema.safeParse({ ...popup, ...rest }).success;
const encrypted = () => !openedWith('Call ID', { 'Call ID': 'c-1' }, withKey).includes('c-1');

/** What the fields that set the popup up are for. */
const setUp: Readonly<Record<string, () => boolean>> = {
  Name: () => isTaken({}) && !isTaken({ name: '' }),
  Url: () => openedWith('Call ID', {}).startsWith(url) && !isTaken({ url: '' }),
  'Enable Encryption': encrypted,
  'Encryption Key': encrypted,
  'Encryption Method': () =>
    isTaken({ encryption: { ...withKey.encryption, method: 'aes256cbc' } }) &&
    !isTaken({ encryption: { ...withKey.encryption, method: 'rot13' } }),
};

/** Each field of the form. */
export const fieldRows = [
  differs(
    'fields › * › label',
    'URL is written like this, and labels in sentence case',
    (entry) => {
      const label = entry.text;
      expect(fieldAt(label).label.toLowerCase()).toBe(label.toLowerCase());
    },
  ),
  says('fields › * › mandatory', ({ value, of }) =>
    expect(fieldAt(labelIn(of)).required).toBe(value),
  ),
  differs('fields › * › infoIcon', 'Every call field says what it means', ({ value, of }) => {
    if (value === true || isCallData(of)) expect(fieldAt(labelIn(of)).tip).not.toBe('');
  }),
  says('fields › * › control', ({ text, of }) =>
    expect(text).toContain(fieldAt(labelIn(of)).control),
  ),
  says('fields › * › kind', ({ value, of }) =>
    expect(fieldAt(labelIn(of)).isCallData).toBe(value === 'call data'),
  ),
  says('fields › * › meaning', ({ of }) => {
    const label = labelIn(of);
    if (isCallData(of)) carries(label, label === 'Event' ? 'hangup' : 'x7');
    else expect(setUp[label]?.(), label).toBe(true);
  }),
  says('fields › * › exampleInDocument', ({ value, of }) => {
    const label = labelIn(of);
    if (!isCallData(of) || typeof value !== 'string' || value.startsWith('(')) return;
    if (label === 'Call Date')
      expect(openedWith(label, { [label]: value })).toContain('2020-02-14');
    else carries(label, value);
  }),
  says('fields › * › exampleReadsAs', ({ value, of }) => {
    const example = member(of, 'exampleInDocument');
    if (value === null || typeof example !== 'string') return;
    const text = example.startsWith('(') ? 'ada@example.com' : example;
    const label = labelIn(of);
    expect(looksLikeValue(text, callFieldOf(label), label)).toBe(value === 'value');
  }),
  says('fields › * › step', ({ value, of }) =>
    // The first step opens the form.
    expect(places()[Number(value) - 2]).toBe(labelIn(of)),
  ),
  says('fields › * › condition', ({ of }) => {
    // A call that has no such value opens the page without the parameter.
    expect(openedWith(labelIn(of), {})).toBe(url);
    carries(labelIn(of), 'x7');
  }),
  says('inputSemantics › statement', () => carries('Queue Name', 'Sales')),
  differs(
    'inputSemantics › stepsSay',
    'A typed value would be the same for every call: the form takes it for a slip and offers a name',
    () => expect(looksLikeValue('83', 'agentId', 'Agent ID')).toBe(true),
  ),
  says('inputSemantics › examples', () =>
    expect(looksLikeValue('callkey', 'callId', 'Call ID')).toBe(false),
  ),
  beside('inputSemantics › resolved', 'Says that the manual leaves it open'),
];

export const encryptionRows = [
  says('encryption › enable', () => expect(fieldAt('Enable Encryption').value).toBe('off')),
  says('encryption › methods › *', ({ value }) =>
    expect(fieldAt('Encryption Method').value).toBe(value),
  ),
];
