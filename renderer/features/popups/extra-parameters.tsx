import {
  ActionIcon,
  Autocomplete,
  Button,
  Fieldset,
  Group,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { callFieldNames } from '../../../shared/model/call-fields.ts';
import type { Parameter } from '../../../shared/model/popup.ts';
import { FormatSelect } from '../../ui/format-select.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { extraParameters, withFormat } from './popup-draft.ts';
import type { PopupForm } from './popup-form.ts';
import { useText } from '../../i18n/use-text.ts';

const list = 'popup.parameters';

/** Fixed texts and fields outside the form, such as columns of the record. */
export function ExtraParameters({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <Fieldset legend={t('popupForm.extra')}>
      <Stack gap="xs">
        {extraParameters(form.values.popup).map(({ parameter, index }) => (
          <ExtraRow key={index} form={form} parameter={parameter} index={index} />
        ))}
        <Group>
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => form.insertListItem(list, { name: '', text: '' })}
          >
            {t('popupForm.extraAdd')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface ExtraRowProps {
  readonly form: PopupForm;
  readonly parameter: Parameter;
  /** Its place in the list of all parameters. */
  readonly index: number;
}

function ExtraRow({ form, parameter, index }: ExtraRowProps) {
  const t = useText();
  const { name } = parameter;
  const at = `${list}.${index}`;
  return (
    <Group align="flex-start" wrap="nowrap">
      <TextInput
        aria-label={t('popupForm.extraName')}
        placeholder={t('popupForm.extraName')}
        {...form.getInputProps(`${at}.name`)}
      />
      <Select
        aria-label={t('popupForm.extraKind')}
        w={150}
        data={[
          { value: 'text', label: t('popupForm.kindText') },
          { value: 'field', label: t('popupForm.kindField') },
        ]}
        value={'text' in parameter ? 'text' : 'field'}
        allowDeselect={false}
        onChange={(kind) =>
          form.replaceListItem(
            list,
            index,
            kind === 'text' ? { name, text: '' } : { name, field: '' },
          )
        }
      />
      {'text' in parameter ? (
        <TokenField ariaLabel={t('popupForm.extraText')} {...form.getInputProps(`${at}.text`)} />
      ) : (
        <>
          <Autocomplete
            flex={1}
            aria-label={t('popupForm.extraField')}
            placeholder={t('popupForm.fieldPlaceholder')}
            data={callFieldNames}
            {...form.getInputProps(`${at}.field`)}
          />
          <FormatSelect
            field={parameter.field}
            label={t('popupForm.formatFor', { label: name })}
            value={parameter.format}
            onChange={(format) => form.replaceListItem(list, index, withFormat(parameter, format))}
          />
        </>
      )}
      <ActionIcon
        variant="subtle"
        color="red"
        mt={4}
        aria-label={t('popupForm.remove', { name })}
        onClick={() => form.removeListItem(list, index)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
