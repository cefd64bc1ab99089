import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { defaultHash, defaultIterations, hashSchema } from '../../../shared/model/encryption.ts';
import { useText } from '../../i18n/use-text.ts';
import { saltOf } from './encryption-draft.ts';
import type { EncryptionPartProps } from './fixed-iv-field.tsx';

const at = 'popup.encryption.derivation';

/** How the key is derived from a passphrase. */
export function DerivationFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  const { keyForm, derivation = { salt: 'random' } } = encryption;
  const { salt } = derivation;
  return (
    <SimpleGrid cols={2}>
      <Select
        label={t('popupForm.hash')}
        data={hashSchema.options.map((value) => ({ value, label: t(`popupForm.hashes.${value}`) }))}
        allowDeselect={false}
        value={derivation.hash ?? (keyForm === 'evp' ? defaultHash.evp : defaultHash.pbkdf2)}
        onChange={(choice) => {
          const hash = hashSchema.options.find((known) => known === choice);
          form.setFieldValue(at, { ...derivation, hash });
        }}
      />
      {keyForm === 'pbkdf2' && (
        <NumberInput
          label={t('popupForm.iterations')}
          min={1}
          max={1_000_000}
          {...form.getInputProps(`${at}.iterations`)}
          value={derivation.iterations ?? defaultIterations}
          onChange={(value) =>
            form.setFieldValue(at, {
              ...derivation,
              iterations: typeof value === 'number' ? value : undefined,
            })
          }
        />
      )}
      <Select
        label={t('popupForm.salt')}
        data={(['random', 'hex', 'base64', 'text'] as const).map((value) => ({
          value,
          label: t(`popupForm.salts.${value}`),
        }))}
        allowDeselect={false}
        value={salt === 'random' ? 'random' : salt.form}
        onChange={(choice) => form.setFieldValue(at, { ...derivation, salt: saltOf(choice, salt) })}
      />
      {salt !== 'random' && (
        <TextInput
          label={t('popupForm.saltValue')}
          {...form.getInputProps(`${at}.salt`)}
          value={salt.value}
          onChange={(event) =>
            form.setFieldValue(at, {
              ...derivation,
              salt: { ...salt, value: event.currentTarget.value },
            })
          }
        />
      )}
    </SimpleGrid>
  );
}
