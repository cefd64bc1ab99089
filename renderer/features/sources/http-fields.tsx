import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { CopyField } from '../../ui/copy-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { newPathSecret } from './source-draft.ts';
import type { SourceForm, TransportProps } from './source-form.ts';
import { useSourceAddress } from './use-source-address.ts';

/** Fields side by side stay on one line, however long their hints are. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** Where this computer is called, and by whom. */
export function HttpFields({ form, stored }: TransportProps) {
  const t = useText();
  return (
    <Stack>
      <AddressField form={form} />
      <Group grow align="flex-start">
        <NumberInput
          label={t('sources.http.port')}
          description={t('sources.http.portHint')}
          min={1024}
          max={65_535}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          thousandSeparator=""
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('source.transport.port', { empty: '' })}
        />
        <TextInput
          label={t('sources.http.interface')}
          description={t('sources.http.interfaceHint')}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('source.transport.interface', { empty: '' })}
        />
      </Group>
      <SecretField
        label={t('sources.http.token')}
        stored={stored.type === 'http' ? stored.token : undefined}
        {...form.getInputProps('source.transport.token')}
      />
      <Checkbox
        label={t('sources.http.links')}
        description={t('sources.http.linksHint')}
        {...form.getInputProps('source.transport.eventLinks', { type: 'checkbox' })}
      />
    </Stack>
  );
}

/** The address as it is in force: what was only typed is no address yet. */
function AddressField({ form }: { form: SourceForm }) {
  const t = useText();
  const { source } = form.values;
  const address = useSourceAddress(source.id);
  const { transport } = source;
  if (transport.type !== 'http') return null;
  const renew = (): void => form.setFieldValue('source.transport.secret', newPathSecret());
  const isRenewed = typeof transport.secret === 'string';
  if (isRenewed || address?.url === undefined) {
    const note = !isRenewed ? 'addressOff' : address?.known ? 'addressChanged' : 'addressAfterSave';
    return (
      <Text size="sm" c="dimmed" role="status">
        {t(`sources.http.${note}`)}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <CopyField
        label={t('sources.http.address')}
        description={t('sources.http.addressHint')}
        value={address.url}
      />
      {address.link !== undefined && (
        <CopyField label={t('sources.http.link')} value={address.link} />
      )}
      <Group>
        <Button variant="default" size="xs" onClick={renew}>
          {t('sources.http.renew')}
        </Button>
      </Group>
    </Stack>
  );
}
