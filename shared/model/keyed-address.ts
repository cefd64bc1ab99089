import { z } from 'zod';
import { issueText } from '../text/message.ts';
import type { SecretInput, SecretRef, SecretSchema } from './secret.ts';

/** Stands for a key in an address: `{key}`, and `{key2}` for a second one. */
export const keyPlaceholder = /\{(key[2-9]?)\}/g;

export const keyNamesIn = (url: string): readonly string[] => [
  ...new Set([...url.matchAll(keyPlaceholder)].map(([, name = '']) => name)),
];

/** An address whose keys are secrets. */
export const keyedAddressWith = <S extends SecretSchema>(secret: S, url: z.ZodType<string>) =>
  z
    .strictObject({
      url: url.describe('{key} stands for the key'),
      keys: z
        .record(z.string().regex(/^key[2-9]?$/), secret)
        .describe('Values of {key}, {key2} …, stored as secrets'),
    })
    .superRefine((address, context) => {
      for (const name of keyNamesIn(address.url)) {
        if (address.keys[name] !== undefined) continue;
        const message = issueText('problem.field.secretMissing');
        context.addIssue({ code: 'custom', path: ['keys', name], message });
      }
    });

interface KeyedAddress<S extends SecretInput> {
  readonly url: string;
  readonly keys: Readonly<Record<string, S>>;
}

/** As it stands in the settings: with keys only where it has any; empty or absent where there is none. */
export type AddressSetting<S extends SecretInput = SecretRef> =
  string | KeyedAddress<S> | undefined;

/** The address with placeholders in the place of its keys; empty where there is none. */
export const addressText = (setting: AddressSetting<SecretInput>): string =>
  typeof setting === 'object' ? setting.url : (setting ?? '');

/** @returns the address with its keys, encoded for their place; undefined where one is missing on this computer */
export function revealAddress(
  setting: AddressSetting,
  reveal: (ref: SecretRef) => string | undefined,
): string | undefined {
  if (typeof setting !== 'object') return setting ?? '';
  let url: string | undefined = setting.url;
  for (const name of keyNamesIn(setting.url)) {
    const ref = setting.keys[name];
    const key = ref && reveal(ref);
    if (key === undefined) return undefined;
    url = url.replaceAll(`{${name}}`, () => encodeURIComponent(key));
  }
  return url;
}
