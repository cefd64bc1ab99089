import { Select, SimpleGrid, TextInput } from '@mantine/core';
import {
  isSalted,
  keyFormSchema,
  outputEncodingSchema,
  paddingSchema,
} from '../../../shared/model/encryption.ts';
import { useText } from '../../i18n/use-text.ts';
import { DerivationFields } from './derivation-fields.tsx';
import { isDerived, ivChoiceOf, ivChoices, ivOf, withKeyForm } from './encryption-draft.ts';
import { FixedIvField, type EncryptionPartProps } from './fixed-iv-field.tsx';

/** Every setting of the encryption that has an effect with the others. */
export function OwnEncryptionFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  const { keyForm, envelope } = encryption;
  return (
    <>
      <Select
        label={t('popupForm.keyForm')}
        data={keyFormSchema.options.map((value) => ({
          value,
          label: t(`popupForm.keyForms.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.keyForm')}
        value={keyForm}
        onChange={(choice) => {
          const chosen = keyFormSchema.options.find((known) => known === choice);
          if (chosen !== undefined) {
            form.setFieldValue('popup.encryption', withKeyForm(encryption, chosen));
          }
        }}
      />
      {isDerived(keyForm) && <DerivationFields form={form} encryption={encryption} />}
      <SimpleGrid cols={2}>
        <Select
          label={t('popupForm.envelope')}
          data={[
            { value: 'none', label: t('popupForm.envelopes.none') },
            { value: 'laravel', label: t('popupForm.envelopes.laravel') },
          ]}
          allowDeselect={false}
          value={envelope ?? 'none'}
          onChange={(choice) =>
            form.setFieldValue(
              'popup.encryption.envelope',
              choice === 'laravel' ? 'laravel' : undefined,
            )
          }
        />
        {envelope === undefined && <ByteFields form={form} encryption={encryption} />}
        {writesBase64(encryption) && <UrlEncodingField form={form} encryption={encryption} />}
      </SimpleGrid>
    </>
  );
}

/** Only base64 has characters that a second encoding changes. */
const writesBase64 = ({ envelope, encoding }: EncryptionPartProps['encryption']): boolean =>
  envelope !== undefined || encoding === 'base64' || encoding === 'base64Twice';

function UrlEncodingField({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  return (
    <Select
      label={t('popupForm.urlEncoding')}
      data={[
        { value: 'once', label: t('popupForm.urlEncodings.once') },
        { value: 'twice', label: t('popupForm.urlEncodings.twice') },
      ]}
      allowDeselect={false}
      value={encryption.urlEncoding ?? 'once'}
      onChange={(choice) =>
        form.setFieldValue('popup.encryption.urlEncoding', choice === 'twice' ? 'twice' : undefined)
      }
    />
  );
}

function ByteFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  return (
    <>
      <Select
        label={t('popupForm.encoding')}
        data={outputEncodingSchema.options.map((value) => ({
          value,
          label: t(`popupForm.encodings.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.encoding')}
      />
      <Select
        label={t('popupForm.padding')}
        data={paddingSchema.options.map((value) => ({
          value,
          label: t(`popupForm.paddings.${value}`),
        }))}
        allowDeselect={false}
        value={encryption.padding ?? 'pkcs7'}
        onChange={(choice) => {
          const padding = paddingSchema.options.find((known) => known === choice);
          form.setFieldValue('popup.encryption.padding', padding === 'pkcs7' ? undefined : padding);
        }}
      />
      {!isSalted(encryption) && <IvFields form={form} encryption={encryption} />}
    </>
  );
}

function IvFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  const { iv } = encryption;
  return (
    <>
      <Select
        label={t('popupForm.iv')}
        data={ivChoices.map((value) => ({ value, label: t(`popupForm.ivs.${value}`) }))}
        value={ivChoiceOf(iv)}
        allowDeselect={false}
        onChange={(choice) => form.setFieldValue('popup.encryption.iv', ivOf(choice, iv))}
      />
      {typeof iv === 'object' && 'parameter' in iv && (
        <TextInput
          label={t('popupForm.ivParameter')}
          {...form.getInputProps('popup.encryption.iv.parameter')}
        />
      )}
      <FixedIvField form={form} encryption={encryption} />
    </>
  );
}
