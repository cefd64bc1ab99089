import { defaultHash, defaultIterations, isSalted } from '../model/encryption.ts';
import type { CipherSettings } from './prepare-cipher.ts';

/** Forms that receivers have, by name. `docs/receivers.md` has a receiver for each. */
export const presetNames = [
  'ringcue',
  'callCenterStudio',
  'cryptoJs',
  'openssl',
  'laravel',
] as const;
export type PresetName = (typeof presetNames)[number];

/** What a preset decides: all but the key, and what is encrypted under which name. */
export interface WireSettings extends Omit<CipherSettings, 'method'> {
  readonly urlEncoding?: 'once' | 'twice' | undefined;
}

export const presets: Readonly<Record<PresetName, WireSettings>> = {
  ringcue: { keyForm: 'passphrase', iv: 'random', encoding: 'base64url' },
  // openssl_decrypt($data, 'aes-256-cbc', $key, 0, $iv): a raw key, an IV that both know, base64.
  callCenterStudio: { keyForm: 'text', iv: { form: 'text', value: '' }, encoding: 'base64' },
  cryptoJs: { keyForm: 'evp', iv: 'random', encoding: 'base64' },
  openssl: { keyForm: 'pbkdf2', iv: 'random', encoding: 'base64' },
  laravel: { keyForm: 'base64', iv: 'random', encoding: 'base64', envelope: 'laravel' },
};

/** The preset that a popup's settings are; undefined where they are its own. The value of a fixed IV is free. */
export const presetOf = (settings: WireSettings): PresetName | undefined =>
  presetNames.find((name) => wireForm(presets[name]) === wireForm(settings));

/** Equal texts send equal bytes; what has no effect is left out. */
function wireForm(settings: WireSettings): string {
  const { keyForm, derivation, iv, encoding, padding, urlEncoding, envelope } = settings;
  const isDerived = keyForm === 'evp' || keyForm === 'pbkdf2';
  const ivForm = typeof iv === 'string' ? iv : 'form' in iv ? iv.form : iv;
  return JSON.stringify({
    keyForm,
    hash: isDerived ? (derivation?.hash ?? defaultHash[keyForm]) : undefined,
    iterations: keyForm === 'pbkdf2' ? (derivation?.iterations ?? defaultIterations) : undefined,
    salt: isDerived ? (derivation?.salt ?? 'random') : undefined,
    iv: isSalted(settings) || envelope !== undefined ? undefined : ivForm,
    encoding: envelope === undefined ? encoding : undefined,
    padding: envelope === undefined ? (padding ?? 'pkcs7') : undefined,
    urlEncoding: urlEncoding ?? 'once',
    envelope,
  });
}
