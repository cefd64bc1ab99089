import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import {
  callFieldCatalogue,
  callFieldNames,
  callCenterStudioForm,
  type CallFieldName,
} from '../../shared/model/call-fields.ts';
import { english } from '../../shared/text/english.ts';

/** A field of the popup's form, as a person finds it. */
export interface FormField {
  /** As it is written beside the input. */
  readonly label: string;
  readonly control: 'text' | 'choice' | 'checkbox';
  readonly required: boolean;
  readonly tip: string;
  readonly value: string;
  readonly isCallData: boolean;
}

/** The call field behind a label of Call Center Studio's form. */
export function callFieldOf(label: string): CallFieldName {
  const found = callCenterStudioForm.find(([, formLabel]) => formLabel === label)?.[0];
  return found ?? callFieldNames.find((name) => name === label) ?? raise(label);
}

function raise(label: string): never {
  throw new Error(`No call field ${label}`);
}

/** Gives each field of Call Center Studio's form a parameter of its own name. */
export async function addAllFields(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: english('popupForm.addField') }));
  const count = callCenterStudioForm.length;
  const all = english('popupForm.addAll', { count });
  await user.click(await screen.findByRole('button', { name: all }));
}

/** Adds a field under a parameter's name, as a person does. @returns the input of the name */
export async function addField(
  user: UserEvent,
  field: CallFieldName,
  name: string,
): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: english('popupForm.addField') }));
  const label = english(`callField.${field}.label`);
  await user.type(await screen.findByLabelText(english('popupForm.searchFields')), field);
  const example = callFieldCatalogue[field].example;
  await user.click(screen.getByRole('button', { name: `${label} ${example}` }));
  const input = await screen.findByLabelText(english('popupForm.parameterFor', { label }));
  await user.clear(input);
  await user.type(input, name);
  return input;
}

/** The fields of Call Center Studio's form by its names, in the order in which they stand in the form that is shown. */
export async function formFields(user: UserEvent): Promise<ReadonlyMap<string, FormField>> {
  const enable = screen.getByRole('switch', { name: english('popupForm.enableEncryption') });
  const before = noted(english('popupForm.enableEncryption'), enable);
  await user.click(enable);
  await addAllFields(user);
  const byName: (readonly [name: string, label: string, input: HTMLElement])[] = [
    ['Name', english('definitions.name'), screen.getByRole('textbox', { name: 'Name' })],
    [
      'Url',
      english('popupForm.url'),
      screen.getByRole('textbox', { name: english('popupForm.url') }),
    ],
    ['Enable Encryption', english('popupForm.enableEncryption'), enable],
    ['Encryption Key', english('popupForm.key'), screen.getByLabelText(english('popupForm.key'))],
    [
      'Encryption Method',
      english('popupForm.method'),
      screen.getByRole('combobox', { name: english('popupForm.method') }),
    ],
    ...callCenterStudioForm.map(([field, name]) => {
      const label = english(`callField.${field}.label`);
      const input = screen.getByLabelText(english('popupForm.parameterFor', { label }));
      return [name, label, input] as const;
    }),
  ];
  const inOrder = byName.sort(([, , a], [, , b]) =>
    a.compareDocumentPosition(b) === Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return new Map(
    inOrder.map(([name, label, input]) => [name, input === enable ? before : noted(label, input)]),
  );
}

function noted(label: string, input: HTMLElement): FormField {
  const isCallData = callCenterStudioForm.some(
    ([name]) => english(`callField.${name}.label`) === label,
  );
  return {
    label,
    control: controlOf(input),
    required: input.hasAttribute('required'),
    tip: input.getAttribute('aria-description') ?? '',
    value: valueOf(input),
    isCallData,
  };
}

function controlOf(input: HTMLElement): FormField['control'] {
  if (input.getAttribute('role') === 'switch') return 'checkbox';
  return input.getAttribute('aria-haspopup') === 'listbox' ? 'choice' : 'text';
}

function valueOf(input: HTMLElement): string {
  if (!(input instanceof HTMLInputElement)) return '';
  return input.type === 'checkbox' ? (input.checked ? 'on' : 'off') : input.value;
}
