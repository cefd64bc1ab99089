import { presets, type PresetName } from '../../../shared/cipher/presets.ts';
import type { EncryptionMethod, IvSetting, KeyForm } from '../../../shared/model/encryption.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';

export type EncryptionInput = NonNullable<PopupInput['encryption']>;
type Salt = NonNullable<EncryptionInput['derivation']>['salt'];

/** A preset's settings; the key, what is encrypted and a fixed IV that was typed stay. */
export function withPreset(encryption: EncryptionInput, name: PresetName): EncryptionInput {
  const { method, key, scope, parameter, iv } = encryption;
  const preset = presets[name];
  const typed = typeof iv === 'object' && 'form' in iv ? iv.value : '';
  const kept =
    typeof preset.iv === 'object' && 'form' in preset.iv
      ? { ...preset.iv, value: typed }
      : preset.iv;
  return { method, key, scope, parameter, ...preset, iv: kept };
}

/** Another cipher; settings that only the former one has go. */
export function withMethod(encryption: EncryptionInput, method: EncryptionMethod): EncryptionInput {
  const { key, scope, parameter } = encryption;
  return { key, scope, parameter, ...presets.ringcue, method };
}

/** Another form of the key; what only the former one needs goes. */
export function withKeyForm(encryption: EncryptionInput, keyForm: KeyForm): EncryptionInput {
  const { derivation: _derivation, ...rest } = encryption;
  return isDerived(keyForm)
    ? { ...rest, keyForm, derivation: { salt: 'random' } }
    : { ...rest, keyForm };
}

export const isDerived = (keyForm: KeyForm): boolean => keyForm === 'evp' || keyForm === 'pbkdf2';

export const ivChoices = ['random', 'parameter', 'hex', 'base64', 'text'] as const;
export type IvChoice = (typeof ivChoices)[number];

export const ivChoiceOf = (iv: IvSetting): IvChoice => {
  if (iv === 'random') return 'random';
  return 'form' in iv ? iv.form : 'parameter';
};

export function ivOf(choice: string | null, before: IvSetting): IvSetting {
  const value = typeof before === 'object' && 'form' in before ? before.value : '';
  if (choice === 'hex' || choice === 'base64' || choice === 'text') return { form: choice, value };
  return choice === 'parameter' ? { parameter: 'iv' } : 'random';
}

export function saltOf(choice: string | null, before: Salt): Salt {
  const value = typeof before === 'object' ? before.value : '';
  return choice === 'hex' || choice === 'base64' || choice === 'text'
    ? { form: choice, value }
    : 'random';
}
