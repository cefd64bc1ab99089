import {
  Fieldset,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import {
  keyFormSchema,
  outputEncodingSchema,
  type IvSetting,
} from '../../../shared/model/encryption.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import type { ProblemAt } from './popup-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

type EncryptionInput = NonNullable<PopupInput['encryption']>;

const startingPoint: EncryptionInput = {
  method: 'aes256cbc',
  key: '',
  keyForm: 'passphrase',
  iv: 'random',
  scope: 'query',
  parameter: 'data',
  encoding: 'base64url',
};

interface EncryptionFieldsProps {
  readonly draft: PopupInput;
  readonly onChange: (draft: PopupInput) => void;
  readonly problemAt: ProblemAt;
}

export function EncryptionFields({ draft, onChange, problemAt }: EncryptionFieldsProps) {
  const t = useText();
  const { encryption } = draft;
  const set = (patch: Partial<EncryptionInput>): void =>
    onChange({ ...draft, encryption: { ...(encryption ?? startingPoint), ...patch } });
  return (
    <Fieldset legend={t('popupForm.encryption')}>
      <Stack gap="sm">
        <Switch
          label={t('popupForm.enableEncryption')}
          checked={encryption !== undefined}
          onChange={(event) =>
            onChange({
              ...draft,
              encryption: event.currentTarget.checked ? startingPoint : undefined,
            })
          }
        />
        {encryption !== undefined && (
          <>
            <KeyFields encryption={encryption} set={set} problemAt={problemAt} />
            <WireFields encryption={encryption} set={set} problemAt={problemAt} />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

interface PartProps {
  readonly encryption: EncryptionInput;
  readonly set: (patch: Partial<EncryptionInput>) => void;
  readonly problemAt: ProblemAt;
}

function KeyFields({ encryption, set, problemAt }: PartProps) {
  const t = useText();
  const kept = typeof encryption.key !== 'string';
  return (
    <SimpleGrid cols={2}>
      <PasswordInput
        label={t('popupForm.key')}
        description={kept ? t('common.secretKept') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typeof encryption.key === 'string' ? encryption.key : ''}
        error={problemAt('encryption.key')}
        onChange={(event) => set({ key: event.currentTarget.value })}
      />
      <Select
        label={t('popupForm.keyForm')}
        data={keyFormSchema.options.map((value) => ({
          value,
          label: t(`popupForm.keyForms.${value}`),
        }))}
        value={encryption.keyForm}
        allowDeselect={false}
        onChange={(value) => {
          const keyForm = keyFormSchema.safeParse(value);
          if (keyForm.success) set({ keyForm: keyForm.data });
        }}
      />
      <Select
        label={t('popupForm.method')}
        data={['aes256cbc']}
        value={encryption.method}
        allowDeselect={false}
        onChange={() => set({ method: 'aes256cbc' })}
      />
      <Select
        label={t('popupForm.encoding')}
        data={outputEncodingSchema.options}
        value={encryption.encoding}
        allowDeselect={false}
        onChange={(value) => {
          const encoding = outputEncodingSchema.safeParse(value);
          if (encoding.success) set({ encoding: encoding.data });
        }}
      />
    </SimpleGrid>
  );
}

function ivOf(choice: string | null, value: string): IvSetting {
  return choice === 'hex' || choice === 'base64' || choice === 'text'
    ? { form: choice, value }
    : 'random';
}

function WireFields({ encryption, set, problemAt }: PartProps) {
  const t = useText();
  const { iv } = encryption;
  return (
    <SimpleGrid cols={2}>
      <Select
        label={t('popupForm.iv')}
        data={[
          { value: 'random', label: t('popupForm.ivRandom') },
          { value: 'hex', label: t('popupForm.ivFixed.hex') },
          { value: 'base64', label: t('popupForm.ivFixed.base64') },
          { value: 'text', label: t('popupForm.ivFixed.text') },
        ]}
        value={iv === 'random' ? 'random' : iv.form}
        allowDeselect={false}
        onChange={(choice) => set({ iv: ivOf(choice, iv === 'random' ? '' : iv.value) })}
      />
      {iv === 'random' ? (
        <div />
      ) : (
        <TextInput
          label={t('popupForm.ivValue')}
          value={iv.value}
          error={problemAt('encryption.iv')}
          onChange={(event) => set({ iv: { ...iv, value: event.currentTarget.value } })}
        />
      )}
      <Select
        label={t('popupForm.scope')}
        data={[
          { value: 'query', label: t('popupForm.scopes.query') },
          { value: 'values', label: t('popupForm.scopes.values') },
        ]}
        value={encryption.scope}
        allowDeselect={false}
        onChange={(value) => set({ scope: value === 'values' ? 'values' : 'query' })}
      />
      {encryption.scope === 'query' && (
        <TextInput
          label={t('popupForm.parameter')}
          value={encryption.parameter}
          error={problemAt('encryption.parameter')}
          onChange={(event) => set({ parameter: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}
