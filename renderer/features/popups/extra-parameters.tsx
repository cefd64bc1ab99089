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
import type { Parameter, PopupInput } from '../../../shared/model/popup.ts';
import { extraParameters } from './popup-draft.ts';
import type { ProblemAt } from './popup-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

interface ExtraParametersProps {
  readonly draft: PopupInput;
  readonly onChange: (draft: PopupInput) => void;
  readonly problemAt: ProblemAt;
}

/** Fixed texts and fields outside the form, such as columns of the record. */
export function ExtraParameters({ draft, onChange, problemAt }: ExtraParametersProps) {
  const t = useText();
  const setAt = (index: number, parameter: Parameter): void =>
    onChange({
      ...draft,
      parameters: draft.parameters.map((old, at) => (at === index ? parameter : old)),
    });
  const removeAt = (index: number): void =>
    onChange({ ...draft, parameters: draft.parameters.filter((_, at) => at !== index) });
  return (
    <Fieldset legend={t('popupForm.extra')}>
      <Stack gap="xs">
        {extraParameters(draft).map(({ parameter, index }) => (
          <ExtraRow
            key={index}
            parameter={parameter}
            problem={problemAt(`parameters[${index}].name`)}
            valueProblem={
              problemAt(`parameters[${index}].field`) ?? problemAt(`parameters[${index}].text`)
            }
            onChange={(changed) => setAt(index, changed)}
            onRemove={() => removeAt(index)}
          />
        ))}
        <Group>
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              onChange({ ...draft, parameters: [...draft.parameters, { name: '', text: '' }] })
            }
          >
            {t('popupForm.extraAdd')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface ExtraRowProps {
  readonly parameter: Parameter;
  readonly problem: string | undefined;
  readonly valueProblem: string | undefined;
  readonly onChange: (parameter: Parameter) => void;
  readonly onRemove: () => void;
}

function ExtraRow({ parameter, problem, valueProblem, onChange, onRemove }: ExtraRowProps) {
  const t = useText();
  const { name } = parameter;
  return (
    <Group align="flex-start" wrap="nowrap">
      <TextInput
        aria-label={t('popupForm.extraName')}
        placeholder={t('popupForm.extraName')}
        value={name}
        error={problem}
        onChange={(event) => onChange({ ...parameter, name: event.currentTarget.value })}
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
        onChange={(kind) => onChange(kind === 'text' ? { name, text: '' } : { name, field: '' })}
      />
      {'text' in parameter ? (
        <TextInput
          flex={1}
          aria-label={t('popupForm.extraText')}
          value={parameter.text}
          error={valueProblem}
          onChange={(event) => onChange({ name, text: event.currentTarget.value })}
        />
      ) : (
        <Autocomplete
          flex={1}
          aria-label={t('popupForm.extraField')}
          placeholder={t('popupForm.fieldPlaceholder')}
          data={callFieldNames}
          value={parameter.field}
          error={valueProblem}
          onChange={(field) => onChange({ name, field })}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="red"
        mt={4}
        aria-label={t('popupForm.remove', { name })}
        onClick={onRemove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
